using System.Text;
using System.Text.Json;

namespace Dateline.Worker.Feeds.Parsing;

/// <summary>Closes a JSON document that was cut off: everything up to the last whole value is kept.</summary>
internal static class JsonRepair
{
    private const int MaxDepth = 64;

    public static JsonDocument? Close(string text)
    {
        var open = new Stack<char>();
        var (end, closers) = (0, "");
        var inString = false;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (inString)
            {
                if (character == '\\')
                    index++;
                inString = character != '"';
                continue;
            }

            switch (character)
            {
                case '"':
                    inString = true;
                    break;
                case '{' or '[' when open.Count >= MaxDepth:
                    return null;
                case '{':
                    open.Push('}');
                    break;
                case '[':
                    open.Push(']');
                    break;
                case '}' or ']':
                    if (!open.TryPop(out var expected) || expected != character)
                        return Parse(text, end, closers);
                    (end, closers) = (index + 1, string.Concat(open));
                    break;
            }
        }

        return Parse(text, end, closers);
    }

    private static JsonDocument? Parse(string text, int end, string closers)
    {
        try
        {
            return end == 0 ? null : JsonDocument.Parse(
                new StringBuilder().Append(text, 0, end).Append(closers).ToString(),
                new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
