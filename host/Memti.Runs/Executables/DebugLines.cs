using System.Globalization;
using System.Text;

namespace Memti.Runs.Executables;

/// <summary>
/// The line programs of an ELF file of 32 bits: DWARF 2 to 5, section 6.2 of their standards. It understands what compilers write and
/// leaves out the rest: a unit of another form has no lines.
/// </summary>
internal sealed class DebugLines
{
    private const int LineString = 0x1f, Text = 0x08, Data1 = 0x0b, Data2 = 0x05, Unsigned = 0x0f, Data16 = 0x1e, Block = 0x09;
    private const int PathContent = 1;
    private const int LongestText = 4096;

    private readonly byte[] _lines;
    private readonly byte[] _strings;

    private DebugLines(byte[] lines, byte[] strings) => (_lines, _strings) = (lines, strings);

    /// <summary>Addresses with file and line. A null line ends what is known.</summary>
    /// <param name="lines">The section of line programs.</param>
    /// <param name="strings">The section of their texts; empty for a file without.</param>
    public static IEnumerable<(ulong Address, string? Line)> Of(byte[] lines, byte[] strings) => new DebugLines(lines, strings).Rows();

    private List<(ulong Address, string? Line)> Rows()
    {
        List<(ulong, string?)> rows = [];
        for (int at = 0; at + 4 < _lines.Length;)
        {
            // A unit never ends before it begins, nor behind the section: every loop below moves on and ends.
            int end = checked(at + 4 + (int)Number(at, 4));
            if (end > _lines.Length)
                return rows;
            ReadUnit(new Cursor(this, at + 4), end, rows);
            at = end;
        }

        return rows;
    }

    private void ReadUnit(Cursor cursor, int end, List<(ulong, string?)> rows)
    {
        int version = (int)cursor.Take(2);
        if (version is < 2 or > 5)
            return;
        if (version == 5)
            cursor.Skip(2);
        int program = (int)cursor.Take(4);
        program += cursor.At;
        var unit = new LineUnit { LeastInstruction = (int)cursor.Take(1) };
        if (version >= 4)
            cursor.Skip(1);
        cursor.Skip(1);
        (unit.LineBase, unit.LineRange, unit.FirstSpecial) = ((sbyte)cursor.Take(1), (int)cursor.Take(1), (int)cursor.Take(1));
        int[] operands = [0, .. Enumerable.Range(1, Math.Max(0, unit.FirstSpecial - 1)).Select(_ => (int)cursor.Take(1))];
        if (!(version == 5 ? TryNames5(cursor, unit.Files) : TryNames(cursor, unit.Files)) || unit.LineRange == 0)
            return;
        if (program < cursor.At)
            return;
        cursor.At = program;
        Run(cursor, end, unit, operands, rows);
    }

    private static bool TryNames(Cursor cursor, List<string> files)
    {
        // Files count from 1.
        files.Add("");
        while (cursor.TakeText().Length > 0)
        {
        }

        while (cursor.TakeText() is { Length: > 0 } name)
        {
            files.Add(name);
            cursor.TakeUnsigned();
            cursor.TakeUnsigned();
            cursor.TakeUnsigned();
        }

        return true;
    }

    private bool TryNames5(Cursor cursor, List<string> files) => TryEntries(cursor, []) && TryEntries(cursor, files);

    private bool TryEntries(Cursor cursor, List<string> names)
    {
        int formats = (int)cursor.Take(1);
        (ulong Content, ulong Form)[] format =
            [.. Enumerable.Range(0, formats).Select(_ => (cursor.TakeUnsigned(), cursor.TakeUnsigned()))];
        ulong count = cursor.TakeUnsigned();
        if (formats == 0 && count > 0)
            return false;
        for (ulong entry = 0; entry < count; entry++)
        {
            string path = "";
            foreach ((ulong content, ulong form) in format)
            {
                if (!TryForm(cursor, (int)form, out string text))
                    return false;
                path = content == PathContent ? text : path;
            }

            names.Add(path);
        }

        return true;
    }

    private bool TryForm(Cursor cursor, int form, out string text)
    {
        text = "";
        switch (form)
        {
            case LineString: text = TextAt(_strings, checked((int)cursor.Take(4))); return true;
            case Text: text = cursor.TakeText(); return true;
            case Data1: cursor.Skip(1); return true;
            case Data2: cursor.Skip(2); return true;
            case Data16: cursor.Skip(16); return true;
            case Unsigned: cursor.TakeUnsigned(); return true;
            case Block: cursor.Skip(checked((int)cursor.TakeUnsigned())); return true;
            default: return false;
        }
    }

    private static void Run(Cursor cursor, int end, LineUnit unit, int[] operands, List<(ulong, string?)> rows)
    {
        while (cursor.At < end)
        {
            int operation = (int)cursor.Take(1);
            if (operation >= unit.FirstSpecial)
            {
                unit.Advance((ulong)((operation - unit.FirstSpecial) / unit.LineRange));
                unit.Line += unit.LineBase + ((operation - unit.FirstSpecial) % unit.LineRange);
                rows.Add(unit.Row);
                continue;
            }

            switch (operation)
            {
                case 0: Extended(cursor, unit, rows); break;
                case 1: rows.Add(unit.Row); break;
                case 2: unit.Advance(cursor.TakeUnsigned()); break;
                case 3: unit.Line += cursor.TakeSigned(); break;
                case 4: unit.File = (int)cursor.TakeUnsigned(); break;
                case 8: unit.Advance((ulong)((255 - unit.FirstSpecial) / unit.LineRange)); break;
                case 9: unit.Address += cursor.Take(2); break;
                default:
                    for (int operand = 0; operand < operands[operation]; operand++)
                        cursor.TakeUnsigned();
                    break;
            }
        }
    }

    private static void Extended(Cursor cursor, LineUnit unit, List<(ulong, string?)> rows)
    {
        int length = checked((int)cursor.TakeUnsigned());
        int end = checked(cursor.At + length);
        switch (cursor.Take(1))
        {
            case 1:
                rows.Add((unit.Address, null));
                unit.Reset();
                break;
            case 2:
                unit.Address = cursor.Take(length - 1);
                break;
        }

        cursor.At = end;
    }

    private ulong Number(int at, int bytes)
    {
        ulong value = 0;
        for (int index = bytes - 1; index >= 0; index--)
            value = (value << 8) | _lines[at + index];
        return value;
    }

    // Without a bound, many names that share one long text take time with the square of the section.
    private static string TextAt(byte[] section, int at) =>
        Encoding.UTF8.GetString(section, at, Array.IndexOf(section, (byte)0, at, Math.Min(LongestText, section.Length - at)) - at);

    /// <summary>The registers of a line program.</summary>
    private sealed class LineUnit
    {
        public int LeastInstruction { get; init; }

        public int LineBase { get; set; }

        public int LineRange { get; set; }

        public int FirstSpecial { get; set; }

        public List<string> Files { get; } = [];

        public ulong Address { get; set; }

        public long Line { get; set; } = 1;

        public int File { get; set; } = 1;

        public (ulong Address, string? Line) Row => (Address, File < Files.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{Files[File].Split('/')[^1]}:{Line}")
            : null);

        public void Advance(ulong instructions) => Address += instructions * (ulong)LeastInstruction;

        public void Reset() => (Address, Line, File) = (0, 1, 1);
    }

    /// <summary>A place in the section that moves on.</summary>
    private sealed class Cursor(DebugLines lines, int at)
    {
        public int At { get; set; } = at;

        public void Skip(int bytes) => At = checked(At + bytes);

        public ulong Take(int bytes)
        {
            ulong value = lines.Number(At, bytes);
            At += bytes;
            return value;
        }

        public string TakeText()
        {
            string text = TextAt(lines._lines, At);
            At += Encoding.UTF8.GetByteCount(text) + 1;
            return text;
        }

        public ulong TakeUnsigned()
        {
            ulong value = 0;
            for (int shift = 0; ; shift += 7)
            {
                ulong part = Take(1);
                value |= shift < 64 ? (part & 0x7f) << shift : 0;
                if (part < 0x80)
                    return value;
            }
        }

        public long TakeSigned()
        {
            long value = 0;
            for (int shift = 0; ;)
            {
                ulong part = Take(1);
                value |= shift < 64 ? (long)(part & 0x7f) << shift : 0;
                shift += 7;
                if (part >= 0x80)
                    continue;
                return shift < 64 && (part & 0x40) != 0 ? value | (-1L << shift) : value;
            }
        }
    }
}
