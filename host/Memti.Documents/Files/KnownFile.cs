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

    // Each sign is searched for by itself, so that the work grows with the text and not with its square.
    private static readonly Kind[] Kinds =
    [
        new(NvsimCell(), null, "a cell of NVSim", "`memti import-cell FILE` converts it to a *.memcell.yaml"),
        new(
            NvsimCellFile(),
            null,
            "a configuration of NVSim",
            "`memti import-cell NAMED` converts the cell that it names, and `memti array solve` makes an array of that"),
        new(NvsimConfiguration(), null, "a configuration of NVSim", "`memti array solve` makes an array of a cell"),
        new(
            JsonObject(),
            NvmExplorer(),
            "a study of NVMExplorer",
            "`memti array compare` compares cells in one array; `memti cells list` lists those of NVMExplorer's published arrays"),
        new(
            TimeloopProblem(),
            TimeloopLoops(),
            "a problem of Timeloop",
            "write its layer as a row of a layer table: c and k are its input and output channels, r, s, p and q those of its loops"),
        new(
            TimeloopMachine(),
            null,
            "an architecture or mapping of Timeloop",
            "Memti plans layers on its own accelerators (`memti plugins list`); a scenario names one under `accelerator`"),
        new(
            ZigZagMachine(),
            null,
            "hardware or a mapping of ZigZag",
            "only workloads of ZigZag are read; a scenario names an accelerator of Memti under `accelerator`"),
        new(
            ZigZagScript(),
            ZigZagOperator(),
            "a workload of ZigZag in Python",
            "write it in ZigZag's YAML form, with `loop_dims` and `loop_sizes`"),
        new(
            ScaleSimConfiguration(),
            null,
            "a configuration of SCALE-Sim",
            "the network stands in its topology, a CSV file, which is read"),
        new(Maestro(), MaestroLayer(), "a network of MAESTRO", "write each layer as a row of a layer table"),
        new(Cacti(), null, "a configuration of CACTI", "`memti array solve --cell sram` makes an array of SRAM"),
        new(MemtiCell(), null, "a memory cell of Memti", "`memti validate FILE` checks it, and `memti cells describe FILE` prints it"),
        new(MemtiScenario(), null, "a scenario of Memti", "`memti run FILE` simulates it"),
    ];

    /// <summary>What a text is; null for one that is not known.</summary>
    public static KnownFile? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string beginning = text.Length > Beginning ? text[..Beginning] : text;
        foreach (Kind kind in Kinds)
            if (kind.Sign.Match(beginning) is { Success: true } sign && kind.Second?.IsMatch(beginning) is null or true)
                return new KnownFile(kind.What, kind.Help.Replace("NAMED", sign.Groups["cell"].Value.Trim(), StringComparison.Ordinal));
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

    [GeneratedRegex(@"^[ \t]*-MemCellType[ \t]*:", RegexOptions.Multiline)]
    private static partial Regex NvsimCell();

    [GeneratedRegex(@"^[ \t]*-MemoryCellInputFile[ \t]*:(?<cell>[^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex NvsimCellFile();

    [GeneratedRegex(@"^[ \t]*-(DesignTarget|OptimizationTarget|DeviceRoadmap|WordWidth \(bit\))[ \t]*:", RegexOptions.Multiline)]
    private static partial Regex NvsimConfiguration();

    [GeneratedRegex(@"\A\s*\{")]
    private static partial Regex JsonObject();

    [GeneratedRegex(@"""(exp_name|nvsim_path|custom_cells)""\s*:")]
    private static partial Regex NvmExplorer();

    [GeneratedRegex(@"^problem[ \t]*[:=]", RegexOptions.Multiline)]
    private static partial Regex TimeloopProblem();

    [GeneratedRegex(@"^[ \t]+(-[ \t]*)?""?(shape|instance|data[-_]spaces|dimensions|C|R)""?[ \t]*[:=]", RegexOptions.Multiline)]
    private static partial Regex TimeloopLoops();

    [GeneratedRegex(@"^(architecture|mapping|mapspace|mapper)[ \t]*[:=]", RegexOptions.Multiline)]
    private static partial Regex TimeloopMachine();

    [GeneratedRegex(
        @"^(operational_array[ \t]*:|[ \t-]*(memory_operand_links|spatial_mapping|core_allocation)[ \t]*:)", RegexOptions.Multiline)]
    private static partial Regex ZigZagMachine();

    [GeneratedRegex(@"^workload[ \t]*=[ \t]*\{", RegexOptions.Multiline)]
    private static partial Regex ZigZagScript();

    [GeneratedRegex(@"[""']operator_type[""'][ \t]*:")]
    private static partial Regex ZigZagOperator();

    [GeneratedRegex(@"^[ \t]*\[(architecture_presets|run_presets)\]", RegexOptions.Multiline)]
    private static partial Regex ScaleSimConfiguration();

    [GeneratedRegex(@"^[ \t]*Network[ \t]+\w+[ \t]*\{", RegexOptions.Multiline)]
    private static partial Regex Maestro();

    [GeneratedRegex(@"^[ \t]*Layer[ \t]+\w+[ \t]*\{", RegexOptions.Multiline)]
    private static partial Regex MaestroLayer();

    [GeneratedRegex(@"^-(size \(bytes\)|cache type|UCA bank count)", RegexOptions.Multiline)]
    private static partial Regex Cacti();

    [GeneratedRegex(@"\A((?>\s*)(#[^\n]*|---[^\n]*|%YAML[^\n]*)\n)*(?>\s*)\{?(?>\s*)[""']?memcell[""']?\s*:")]
    private static partial Regex MemtiCell();

    [GeneratedRegex(@"^memti[ \t]*:", RegexOptions.Multiline)]
    private static partial Regex MemtiScenario();

    /// <summary>A kind of file.</summary>
    /// <param name="Sign">What its text has.</param>
    /// <param name="Second">What it also has; null for nothing more.</param>
    /// <param name="What">As of the file.</param>
    /// <param name="Help">As of the file; NAMED stands for the group <c>cell</c> of the sign.</param>
    private sealed record Kind(Regex Sign, Regex? Second, string What, string Help);
}
