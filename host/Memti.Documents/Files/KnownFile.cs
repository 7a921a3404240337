using System.Text.RegularExpressions;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;

namespace Memti.Documents.Files;

/// <summary>
/// A text file of Memti or of another program that its contents give away, so that a reader of something else can say what it is.
/// </summary>
/// <param name="What">What the file is, with its article: <c>a configuration of NVSim</c>.</param>
/// <param name="Help">What would help, as a sentence without its full stop; FILE stands for the name of the file.</param>
public sealed partial record KnownFile(string What, string Help)
{
    /// <summary>Characters that are looked at. What a file is stands near its beginning.</summary>
    private const int Beginning = 64 * 1024;

    private static readonly (Regex Sign, Func<Match, KnownFile> Make)[] Kinds =
    [
        (NvsimCell(), static _ => new("a cell of NVSim", "`memti import-cell FILE` converts it to a *.memcell.yaml")),
        (NvsimConfiguration(), static sign => NvsimOf(sign.Groups["cell"])),
        (NvmExplorer(), static _ => new(
            "a study of NVMExplorer",
            "`memti array compare` compares cells in one array; `memti cells list` lists those of NVMExplorer's published arrays")),
        (TimeloopProblem(), static _ => new(
            "a problem of Timeloop",
            "write its layer as a row of a layer table: c and k are its input and output channels, r, s, p and q those of its loops")),
        (TimeloopMachine(), static _ => new(
            "an architecture or mapping of Timeloop",
            "Memti plans layers on its own accelerators (`memti plugins list`); a scenario names one under `accelerator`")),
        (ZigZagMachine(), static _ => new(
            "hardware or a mapping of ZigZag",
            "only workloads of ZigZag are read; a scenario names an accelerator of Memti under `accelerator`")),
        (ZigZagScript(), static _ => new(
            "a workload of ZigZag in Python", "write it in ZigZag's YAML form, with `loop_dims` and `loop_sizes`")),
        (ScaleSimConfiguration(), static _ => new(
            "a configuration of SCALE-Sim", "the network stands in its topology, a CSV file, which is read")),
        (Maestro(), static _ => new("a network of MAESTRO", "write each layer as a row of a layer table")),
        (Cacti(), static _ => new("a configuration of CACTI", "`memti array solve --cell sram` makes an array of SRAM")),
        (MemtiCell(), static _ => new(
            "a memory cell of Memti", "`memti validate FILE` checks it, and `memti cells describe FILE` prints it")),
        (MemtiScenario(), static _ => new("a scenario of Memti", "`memti run FILE` simulates it")),
    ];

    /// <summary>What a text is; null for one that is not known.</summary>
    public static KnownFile? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string beginning = text.Length > Beginning ? text[..Beginning] : text;
        foreach ((Regex sign, Func<Match, KnownFile> make) in Kinds)
            if (sign.Match(beginning) is { Success: true } match)
                return make(match);
        return null;
    }

    /// <summary>The finding of a reader that reads something else.</summary>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="read">What is read, with its article: <c>a network</c>.</param>
    public Diagnostic Refusal(string file, string read) =>
        new(DocumentCodes.KnownFile, $"this is {What}, and not {read}: {Help.Replace("FILE", file, StringComparison.Ordinal)}.")
        {
            File = file,
            Line = 1,
            Column = 1,
            Value = What,
            Permitted = read,
        };

    /// <summary>True for the text of a cell file: its first line that is not a comment says <c>memcell</c>.</summary>
    public static bool IsCell(string text) => MemtiCell().IsMatch(text);

    /// <summary>True for the text of a scenario: one of its top keys is <c>memti</c>.</summary>
    public static bool IsScenario(string text) => MemtiScenario().IsMatch(text);

    private static KnownFile NvsimOf(Group cell) => new(
        "a configuration of NVSim",
        cell.Success
            ? $"`memti import-cell {cell.Value.Trim()}` converts the cell that it names, and `memti array solve` makes an array of that"
            : "`memti array solve` makes an array of a cell");

    [GeneratedRegex(@"^[ \t]*-MemCellType[ \t]*:", RegexOptions.Multiline)]
    private static partial Regex NvsimCell();

    // The name of the cell if it is there, else one of the keys that every such file has.
    [GeneratedRegex(
        @"^[ \t]*-(MemoryCellInputFile[ \t]*:(?<cell>[^\r\n]*)"
            + @"|(DesignTarget|OptimizationTarget|DeviceRoadmap|WordWidth \(bit\))[ \t]*:(?![\s\S]*^[ \t]*-MemoryCellInputFile))",
        RegexOptions.Multiline)]
    private static partial Regex NvsimConfiguration();

    [GeneratedRegex(@"\A\s*\{[\s\S]*""(exp_name|nvsim_path|custom_cells)""\s*:")]
    private static partial Regex NvmExplorer();

    [GeneratedRegex(
        @"^problem[ \t]*[:=][\s\S]*^[ \t]+-?[ \t]*""?(shape|instance|data[-_]spaces|dimensions|C|R)""?[ \t]*[:=]", RegexOptions.Multiline)]
    private static partial Regex TimeloopProblem();

    [GeneratedRegex(@"^(architecture|mapping|mapspace|mapper)[ \t]*[:=]", RegexOptions.Multiline)]
    private static partial Regex TimeloopMachine();

    [GeneratedRegex(
        @"^(operational_array[ \t]*:|[ \t-]*(memory_operand_links|spatial_mapping|core_allocation)[ \t]*:)", RegexOptions.Multiline)]
    private static partial Regex ZigZagMachine();

    [GeneratedRegex(@"^workload[ \t]*=[ \t]*\{[\s\S]*[""']operator_type[""'][ \t]*:", RegexOptions.Multiline)]
    private static partial Regex ZigZagScript();

    [GeneratedRegex(@"^[ \t]*\[(architecture_presets|run_presets)\]", RegexOptions.Multiline)]
    private static partial Regex ScaleSimConfiguration();

    [GeneratedRegex(@"^[ \t]*Network[ \t]+\w+[ \t]*\{[\s\S]*^[ \t]*Layer[ \t]+\w+[ \t]*\{", RegexOptions.Multiline)]
    private static partial Regex Maestro();

    [GeneratedRegex(@"^-(size \(bytes\)|cache type|UCA bank count)", RegexOptions.Multiline)]
    private static partial Regex Cacti();

    [GeneratedRegex(@"\A(\s*(#[^\n]*|---[^\n]*|%YAML[^\n]*)\n)*\s*\{?\s*[""']?memcell[""']?\s*:")]
    private static partial Regex MemtiCell();

    [GeneratedRegex(@"^memti[ \t]*:", RegexOptions.Multiline)]
    private static partial Regex MemtiScenario();
}
