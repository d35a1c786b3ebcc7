using System.Text;

namespace Dateline.Worker.Feeds.Parsing;

/// <content>What is gone past whole (comments, instructions, declarations, sections of CDATA), and where it ends.</content>
internal sealed partial class ForgivingXml
{
    private Closing instructionEnd, commentEnd, declarationEnd, sectionEnd;

    private bool PassOver(int at, ReadOnlySpan<byte> sign, ref Closing closing, string problem)
    {
        var found = Next(ref closing, sign, at + 2);
        if (found >= 0 && !HoldsComment(at, found))
        {
            position = found + sign.Length;
            return false;
        }

        problems.Broken(problem, $"No {Encoding.ASCII.GetString(sign)} follows.");
        // It takes no tag with it
        var bracket = From(at + 2).IndexOfAny((byte)'>', (byte)'<');
        position = bracket < 0 ? end : text[at + 2 + bracket] == '<' ? at + 2 + bracket : at + 2 + bracket + 1;
        return false;
    }

    /// A comment in a comment: the first was not closed
    private bool HoldsComment(int at, int until) =>
        From(at).StartsWith("<!--"u8) && until > at + 4 && text.AsSpan(at + 4, until - at - 4).IndexOf("<!--"u8) >= 0;

    /// <summary>
    /// Where a closing sign stands next. It is remembered, so that a document of things that are never closed, or only far away, takes linear time.
    /// </summary>
    private readonly record struct Closing(int At, bool IsNowhere);

    private int Next(ref Closing closing, ReadOnlySpan<byte> sign, int from)
    {
        if (!closing.IsNowhere && closing.At < from)
            closing = Find(sign, from) is >= 0 and var found ? new Closing(found, false) : new Closing(0, true);
        return closing.IsNowhere ? -1 : closing.At;
    }
}
