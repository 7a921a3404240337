using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Cells;
using Memti.Arrays.Codes;
using Memti.Documents.Files;
using Memti.Documents.Names;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Arrays.NvsimCells;

/// <summary>
/// Turns a cell file of NVSim or of its multi-level fork into a <c>*.memcell.yaml</c>. What NVSim reads past in silence, such as a key with
/// another unit than its own, is a finding here.
/// </summary>
public sealed class NvsimCellReader
{
    private readonly string _file;
    private readonly FindingList _findings;
    private readonly CellSheet _sheet;
    private readonly Dictionary<string, NvsimLine> _lines = new(StringComparer.Ordinal);
    private int _typeLine = 1;
    private bool _multiLevel;

    private NvsimCellReader(string file, string name, NumberStatus status)
    {
        (_file, _findings) = (file, new FindingList(file));
        _sheet = new CellSheet(name, Path.GetFileName(file), status);
    }

    /// <summary>Imports a file.</summary>
    /// <param name="path">The <c>.cell</c> file.</param>
    /// <param name="name">Name of the cell; null for the name of the file.</param>
    /// <param name="status">How well the numbers are known.</param>
    public static CellImport ReadFile(string path, string? name = null, NumberStatus status = NumberStatus.Published)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (SourceFile.Read(path, out string trouble) is { } source)
            return ReadText(source.Text, path, name, status);
        string text = $"cell file '{path}' cannot be read: {trouble}.";
        return new CellImport(null, null, [new Diagnostic(DiagnosticCode.FileUnreadable, text) { File = path, Value = path }]);
    }

    /// <summary>Imports a text, as if it stood in a file.</summary>
    public static CellImport ReadText(string text, string file, string? name = null, NumberStatus status = NumberStatus.Published)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        return new NvsimCellReader(file, name ?? NameOf(file), status).Read(text);
    }

    private static string NameOf(string file) =>
        string.Concat(
            Path.GetFileNameWithoutExtension(file)
                .Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'));

    private CellImport Read(string text)
    {
        if (KnownFile.Of(text) is { } known && !NvsimKeys.IsCell(text))
            return new CellImport(null, null, [known.Refusal(_file, "a cell of NVSim")]);
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int index = 0; index < lines.Length; index++)
            if (NvsimLine.WithoutComment(lines[index]) is { Length: > 0 } line)
                ReadLine(line, index + 1);
        if (_sheet.Kind is null && !_findings.HasErrors)
            Refuse(1, $"the file has no -{NvsimKeys.Type}", "", string.Join(", ", NvsimKeys.Kinds.Keys));
        if (_findings.HasErrors)
            return new CellImport(null, null, _findings.InFileOrder());
        FillIn();
        LeaveOut();
        return Checked(_sheet.Write());
    }

    private void ReadLine(string text, int number)
    {
        if (NvsimLine.Parse(text, number) is not { } line)
            Refuse(number, $"'{text}' is no line of a cell file", text, "-Key (unit): value, or a comment behind // or #");
        else if (line.Key == NvsimKeys.Type)
            ReadType(line);
        else if (line.Key == NvsimKeys.Levels)
            ReadLevels(line);
        else if (line.Key == NvsimKeys.DestinyLevels)
            ReadDestinyLevels(line);
        else if (NvsimKeys.Words.TryGetValue(line.Key, out string? target))
            ReadWord(line, target);
        else if (NvsimKeys.Find(line.Key) is { } key)
            ReadNumber(line, key);
        else if (NvsimKeys.IsIgnored(line.Key))
            Ignore(line, "Memti's cells have no such thing");
        else
            RefuseKey(line);
    }

    private void ReadType(NvsimLine line)
    {
        if (_sheet.Kind is not null)
        {
            Refuse(line.Number, FormattableString.Invariant($"-{line.Key} says again what line {_typeLine} says"), line.Value, "once");
            return;
        }

        _typeLine = line.Number;
        _multiLevel = line.Value.StartsWith("MLC", StringComparison.Ordinal);
        string word = NvsimKeys.Aliases.GetValueOrDefault(line.Value, line.Value);
        if (word != line.Value)
            Warn(line, $"-{line.Key}: {line.Value} is read as {word}; NVSim does not know the word.");
        if (NvsimKeys.Kinds.TryGetValue(word, out CellKind kind))
            _sheet.Kind = kind;
        else
            Refuse(
                line.Number,
                $"-{line.Key} is {line.Value}, a cell that Memti does not have{Instead(line.Value)}",
                line.Value,
                string.Join(", ", NvsimKeys.Kinds.Keys));
    }

    private static string Instead(string type)
    {
        string? kind = type.Contains("DRAM", StringComparison.OrdinalIgnoreCase) ? "dram"
            : type.Contains("NAND", StringComparison.OrdinalIgnoreCase) ? "flash" : null;
        return kind is null ? "" : $" (a scenario takes a memory of `kind: {kind}`)";
    }

    // DESTINY says by a word what the fork says by a number.
    private void ReadDestinyLevels(NvsimLine line)
    {
        int bits = Array.IndexOf(["SLC", "MLC", "TLC"], line.Value.ToUpperInvariant()) + 1;
        if (bits > 0)
            Put(line, "storage.max_bits_per_cell", bits.ToString(CultureInfo.InvariantCulture));
        else
            Refuse(line.Number, $"-{line.Key} is {line.Value}", line.Value, "SLC, MLC, TLC");
    }

    private void ReadWord(NvsimLine line, string target)
    {
        if (NvsimKeys.Values[target].TryGetValue(line.Value, out string? word))
            Put(line, target, word);
        else
            Refuse(line.Number, $"-{line.Key} is {line.Value}", line.Value, string.Join(", ", NvsimKeys.Values[target].Keys));
    }

    private void ReadLevels(NvsimLine line)
    {
        int bits = double.TryParse(line.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double levels)
            ? (int)Math.Log2(Math.Clamp(levels, 1, 32))
            : 0;
        if (bits is >= 1 and <= 4 && levels == 1 << bits)
            Put(line, "storage.max_bits_per_cell", bits.ToString(CultureInfo.InvariantCulture));
        else
            Refuse(line.Number, $"-{line.Key} is {line.Value}", line.Value, "2, 4, 8, 16");
    }

    private void ReadNumber(NvsimLine line, NvsimKey key)
    {
        if (!string.Equals(line.Unit, key.Unit, StringComparison.OrdinalIgnoreCase))
            Refuse(line.Number, $"-{line.Key} is in '{line.Unit}', which NVSim does not read", line.Unit, key.Written);
        else if (!DecimalNumber.TryParse(line.Value, out DecimalNumber number))
            Refuse(line.Number, $"-{line.Key} is {line.Value}", line.Value, "a number");
        else if (number.Mantissa.IsZero
            && !CellKeys.Find(key.Target)!.Takes(0)
            && !key.Target.EndsWith("pulse_ns", StringComparison.Ordinal))
            Ignore(line, "0 means not given");
        else
            Put(line, key.Target, key.Shift == 0 ? line.Value : Shifted(number, key.Shift));
    }

    private static string Shifted(DecimalNumber number, int shift) =>
        ValueRange.Written((number with { Exponent = number.Exponent + shift }).ToDouble());

    private void Put(NvsimLine line, string target, string value)
    {
        if (_sheet.Add(target, value))
            _lines[target] = line;
        else if (_sheet.Find(target) == value)
            Warn(line, FormattableString.Invariant($"-{line.Key}: {line.Value} says again what line {_lines[target].Number} says."));
        else
            Refuse(
                line.Number,
                FormattableString.Invariant($"-{line.Key} says otherwise than line {_lines[target].Number}"),
                line.Value,
                FormattableString.Invariant($"{_sheet.Find(target)}, or one of the lines"));
    }

    // What NVSim takes when the file is silent.
    private void FillIn()
    {
        _sheet.Add(CellKeys.Device, "cmos");
        if (_sheet.Kind == CellKind.Sram)
        {
            _sheet.Add("sram.nmos_width_f", "2.08");
            _sheet.Add("sram.pmos_width_f", "1.23");
            return;
        }

        foreach (string mode in (string[])[CellKeys.ReadMode, CellKeys.SetMode, CellKeys.ResetMode])
            _sheet.Add(mode, CellWords.Of(ElectricalMode.Voltage));
        if (_multiLevel)
            _sheet.Add("storage.max_bits_per_cell", "2");
    }

    // NVSim does not look at these either: a gate of a device without one, and what the kind of cell does not have.
    private void LeaveOut()
    {
        bool isSram = _sheet.Kind == CellKind.Sram;
        if (_sheet.Find(CellKeys.Device) != "cmos")
            LeaveOut("access.width_f", "only a CMOS access device has a gate");
        foreach (string key in _sheet.Keys)
            if (isSram ? IsResistive(key) : key.StartsWith("sram.", StringComparison.Ordinal))
                LeaveOut(key, isSram ? "a cell of SRAM has no such thing" : "only a cell of SRAM has such a transistor");
    }

    private static bool IsResistive(string key) =>
        key.Split('.')[0] is "resistance" or "capacitance" or "set" or "reset"
        || key is "read.current_ua" or "read.power_uw" or "read.energy_pj" or "read.sense_fingers" or "storage.max_bits_per_cell";

    private void LeaveOut(string key, string why)
    {
        if (_sheet.Remove(key) && _lines.Remove(key, out NvsimLine? line))
            Ignore(line, why);
    }

    /// <summary>
    /// Reads the text as any cell file is read, and says of each finding in which line of the imported file its number stands.
    /// </summary>
    private CellImport Checked(string text)
    {
        CellResult result = CellReader.ReadText(text, _file);
        NvsimWords words = new(_lines, _typeLine);
        foreach (Diagnostic finding in result.Findings)
            _findings.Add(words.Translate(finding));
        return new CellImport(result.File is null ? null : text, result.File?.Cell, _findings.InFileOrder());
    }

    private void RefuseKey(NvsimLine line)
    {
        string? nearest = NearestName.Of(line.Key, NvsimKeys.Names);
        Refuse(line.Number, $"-{line.Key} is not a key of a cell file", line.Key, nearest is null ? "the keys of NVSim" : $"-{nearest}");
    }

    private void Refuse(int line, string what, string value, string permitted) =>
        Add(CellCodes.CellImport, Severity.Error, line, $"{what}; permitted: {permitted}.", value, permitted);

    private void Ignore(NvsimLine line, string why) => Warn(line, $"-{line.Key}: {line.Value} is left out: {why}.");

    private void Warn(NvsimLine line, string message) =>
        Add(CellCodes.CellImportIgnored, Severity.Warning, line.Number, message, line.Value, null);

    private void Add(string code, Severity severity, int line, string message, string value, string? permitted) => _findings.Add(
        new Diagnostic(code, message)
        {
            Severity = severity,
            File = _file,
            Line = line,
            Column = line > 0 ? 1 : 0,
            Value = value,
            Permitted = permitted
        });
}
