namespace Dateline.Worker.Feeds.Parsing;

/// <summary>The words that documents repeat without end, as one string each.</summary>
internal static class KnownWords
{
    public static string Text(ReadOnlySpan<char> word) => word switch
    {
        "" => "",
        "a" => "a",
        "p" => "p",
        "b" => "b",
        "i" => "i",
        "br" => "br",
        "em" => "em",
        "li" => "li",
        "ul" => "ul",
        "div" => "div",
        "img" => "img",
        "pre" => "pre",
        "code" => "code",
        "span" => "span",
        "strong" => "strong",
        "blockquote" => "blockquote",
        "html" => "html",
        "xhtml" => "xhtml",
        "text" => "text",
        "text/html" => "text/html",
        "text/plain" => "text/plain",
        "application/xhtml+xml" => "application/xhtml+xml",
        "alternate" => "alternate",
        "self" => "self",
        "replies" => "replies",
        "edit" => "edit",
        "enclosure" => "enclosure",
        "related" => "related",
        "true" => "true",
        "false" => "false",
        "image" => "image",
        "image/jpeg" => "image/jpeg",
        "image/png" => "image/png",
        "audio/mpeg" => "audio/mpeg",
        _ => word.ToString(),
    };
}
