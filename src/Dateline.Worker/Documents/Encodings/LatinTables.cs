using System.Text;

namespace Dateline.Worker.Documents.Encodings;

/// <summary>The three parts of ISO 8859 that .NET lacks: Nordic, Celtic, South-Eastern European.</summary>
internal static class LatinTables
{
    // The characters from A1 on (unicode.org, MAPPINGS/ISO8859)
    private static readonly TableEncoding Nordic = new("iso-8859-10", "ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ");
    private static readonly TableEncoding Celtic = new("iso-8859-14", "Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ");
    private static readonly TableEncoding SouthEastern = new("iso-8859-16", "ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ");

    /// <param name="key">The letters and digits of a label in lower case.</param>
    public static Encoding? Find(string key) => key switch
    {
        "iso885910" or "csisolatin6" or "isoir157" or "l6" or "latin6" => Nordic,
        "iso885914" or "isoir199" or "isoceltic" or "l8" or "latin8" => Celtic,
        "iso885916" or "isoir226" or "l10" or "latin10" => SouthEastern,
        _ => null,
    };

    /// ASCII, the control characters beside it, and the characters from A1 on
    private sealed class TableEncoding(string name, string characters) : Encoding
    {
        private const int FirstOwn = 0xA1;

        public override string WebName => name;

        public override bool IsSingleByte => true;

        public override int GetCharCount(byte[] bytes, int index, int count) => count;

        public override int GetMaxCharCount(int byteCount) => byteCount;

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex));

        public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
        {
            for (var at = 0; at < bytes.Length; at++)
                chars[at] = bytes[at] < FirstOwn ? (char)bytes[at] : characters[bytes[at] - FirstOwn];
            return bytes.Length;
        }

        public override int GetByteCount(char[] chars, int index, int count) => count;

        public override int GetMaxByteCount(int charCount) => charCount;

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
        {
            for (var at = 0; at < charCount; at++)
            {
                var character = chars[charIndex + at];
                var own = characters.IndexOf(character);
                bytes[byteIndex + at] = character < FirstOwn ? (byte)character : own < 0 ? (byte)'?' : (byte)(own + FirstOwn);
            }

            return charCount;
        }
    }
}
