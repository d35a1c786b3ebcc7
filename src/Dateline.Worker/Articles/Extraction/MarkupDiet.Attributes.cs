using System.Buffers;

namespace Dateline.Worker.Articles.Extraction;

internal ref partial struct MarkupDiet
{
    private const int MaxAttributes = 64;
    private const int MaxValue = 4096;

    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create("=>/ \t\r\n\f\v\u0085\u00A0");

    private void ReadAttributes(bool kept)
    {
        var count = 0;
        while (at < html.Length && html[at] != '>')
        {
            if (char.IsWhiteSpace(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }

            var start = at;
            var length = html[at..].IndexOfAny(AttributeNameEnds);
            at = length < 0 ? html.Length : at + length;
            if (at == start)
            {
                at++;
                continue;
            }

            var name = html[start..at];
            var value = ReadValue();
            if (kept && count < MaxAttributes && TagKinds.KeepsAttribute(name))
            {
                count++;
                Append(name, html.Slice(value.Start, Math.Min(value.Length, MaxValue)));
            }
        }

        at = Math.Min(at + 1, html.Length);
    }

    private (int Start, int Length) ReadValue()
    {
        var equals = at;
        while (equals < html.Length && char.IsWhiteSpace(html[equals]))
            equals++;
        if (equals >= html.Length || html[equals] != '=')
            return (at, 0);
        at = equals + 1;
        while (at < html.Length && char.IsWhiteSpace(html[at]))
            at++;
        if (at >= html.Length)
            return (at, 0);
        var quoted = html[at] is '"' or '\'';
        var start = quoted ? at + 1 : at;
        var length = quoted ? html[start..].IndexOf(html[at]) : html[start..].IndexOfAny(" \t\r\n>");
        length = length < 0 ? html.Length - start : length;
        at = Math.Min(start + length + (quoted ? 1 : 0), html.Length);
        return (start, length);
    }

    private readonly void Append(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        slim.Append(' ');
        AppendLower(name);
        slim.Append("=\"");
        for (var quote = value.IndexOf('"'); quote >= 0; quote = value.IndexOf('"'))
        {
            slim.Append(value[..quote]);
            slim.Append("&quot;");
            value = value[(quote + 1)..];
        }

        slim.Append(value);
        slim.Append('"');
    }

    private readonly void AppendLower(ReadOnlySpan<char> name) => slim.Advance(name.ToLowerInvariant(slim.Room(name.Length)));
}
