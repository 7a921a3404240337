using System.Globalization;
using System.Text;

namespace Memti.Tests;

/// <summary>Files broken at random: sound files with bits flipped, parts cut, repeated and spliced, and numbers swapped for extreme
/// ones.</summary>
/// <param name="seed">Where the random numbers start.</param>
/// <param name="sound">Files that the reader takes.</param>
internal sealed class BrokenFiles(int seed, IReadOnlyList<byte[]> sound)
{
    private static readonly byte[][] Numbers =
    [
        .. ((string[])
        [
            "0", "-1", "1", "7", "255", "256", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807",
            "-9223372036854775808", "18446744073709551616", "1e308", "1e-320", "1e999", "-0", "0.1", "NaN", ".inf", "null", "true", "~",
            "''", "[]", "{}", "0x7fffffff",
        ]).Select(Encoding.ASCII.GetBytes),
    ];

    private static readonly int[] Words = [0, -1, int.MinValue, int.MaxValue, 1 << 24, 64];

    private readonly Random _random = new(seed);

    /// <summary>The next file.</summary>
    public byte[] Next()
    {
        List<byte> bytes = [.. sound[_random.Next(sound.Count)]];
        for (int left = _random.Next(1, 6); left > 0 && bytes.Count > 0; left--)
            Change(bytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        int place = _random.Next(bytes.Count);
        int length = Math.Min(_random.Next(1, 24), bytes.Count - place);
        switch (_random.Next(9))
        {
            case 0: bytes[place] ^= (byte)(1 << _random.Next(8)); break;
            case 1: bytes[place] = (byte)_random.Next(256); break;
            case 2: bytes.RemoveRange(place, length); break;
            case 3: bytes.RemoveRange(place, bytes.Count - place); break;
            case 4: bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(place, length)); break;
            case 5: Splice(bytes, place); break;
            case 6: bytes[place] = bytes[_random.Next(bytes.Count)]; break;
            case 7: RepeatLine(bytes, place); break;
            default: SwapNumber(bytes, place); break;
        }
    }

    private void Splice(List<byte> bytes, int place)
    {
        byte[] other = sound[_random.Next(sound.Count)];
        int from = _random.Next(other.Length);
        bytes.InsertRange(place, other[from..Math.Min(other.Length, from + _random.Next(1, 200))]);
    }

    private void RepeatLine(List<byte> bytes, int place)
    {
        int start = place, end = place;
        while (start > 0 && bytes[start - 1] != '\n')
            start--;
        while (end < bytes.Count && bytes[end] != '\n')
            end++;
        byte[] line = [.. bytes.GetRange(start, Math.Min(end - start, 400)), (byte)'\n'];
        bytes.InsertRange(_random.Next(2) == 0 ? start : _random.Next(bytes.Count), line);
    }

    // In a text the next number; in a binary file four bytes that are one.
    private void SwapNumber(List<byte> bytes, int place)
    {
        int start = place;
        while (start < bytes.Count && start < place + 64 && !char.IsAsciiDigit((char)bytes[start]))
            start++;
        int end = start;
        while (end < bytes.Count && (char.IsAsciiDigit((char)bytes[end]) || bytes[end] == '.'))
            end++;
        if (start < end && _random.Next(4) > 0)
        {
            bytes.RemoveRange(start, end - start);
            bytes.InsertRange(start, Numbers[_random.Next(Numbers.Length)]);
            return;
        }

        byte[] extreme = BitConverter.GetBytes(Words[_random.Next(Words.Length)]);
        for (int at = 0; at < 4 && place + at < bytes.Count; at++)
            bytes[place + at] = extreme[at];
    }

    /// <summary>Texts of a size that only a reader with a limit bears: long names and blanks, deep nesting, wide rows, many rows, huge
    /// numbers, in the notations of YAML, JSON, CSV and plain lines.</summary>
    public static IEnumerable<string> OversizedTexts()
    {
        const int Long = 200_000, Many = 100_000;
        string name = new('k', Long), blanks = new(' ', Long);
        string[] rows = [.. Enumerable.Range(0, 20_000).Select(static row => row.ToString(CultureInfo.InvariantCulture))];
        string members = string.Join(", ", rows.Select(static row => $"\"a{row}\": {row}"));
        yield return $"{{ \"{name}\": {{ {members} }} }}";
        yield return $"? {name}\n: {{ {members} }}\n";
        yield return $"{name}: 1\n";
        yield return string.Concat(Enumerable.Repeat($"{{\"{name[..2000]}\":", 60)) + $"[{string.Join(',', rows)}]" + new string('}', 60);
        yield return $"a: &a {{ {members.Replace("\"", "", StringComparison.Ordinal)} }}\n"
            + string.Concat(rows.Select(static row => $"b{row}: *a\n"));
        yield return $"memti: 1\n{members}\n".Replace(", ", "\n", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        foreach (string open in (string[])["[", "{\"a\":", "- ", "a: {", "(", "<", "\""])
            yield return string.Concat(Enumerable.Repeat(open, Many));
        yield return string.Concat(Enumerable.Range(0, 5000).Select(static depth => new string(' ', depth) + "a:\n"));
        yield return new string(',', Long) + "\n" + new string(',', Long) + "\n";
        yield return string.Join(',', rows) + "\n" + string.Join("\n", Enumerable.Repeat(string.Join(',', rows.Take(2000)), 50));
        yield return new string('\n', Long);
        yield return blanks;
        yield return $"{blanks}x";
        yield return $"-a{blanks}";
        yield return $"-a ({blanks}";
        yield return $"-CellArea{blanks}{blanks}(F^2){blanks}x";
        yield return string.Concat(Enumerable.Repeat("/", Long));
        yield return string.Concat(Enumerable.Repeat("# \n \n", Many));
        yield return string.Concat(Enumerable.Repeat("\"a\"\"", Many));
        yield return new string('9', Long);
        yield return $"a: {new string('9', Long)}\nb: 1e{new string('9', 1000)}\n";
        yield return new string('\0', Long);
        yield return string.Concat(Enumerable.Repeat("\uFEFF", Many));
    }
}
