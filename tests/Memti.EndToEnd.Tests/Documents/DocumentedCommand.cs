using System.Globalization;
using System.Text.RegularExpressions;

namespace Memti.EndToEnd.Tests.Documents;

/// <summary>A command line that a page or a help text shows.</summary>
/// <param name="Place">Page and line, or the command whose help it is.</param>
/// <param name="Text">What a shell gets: with its comment, without a prompt.</param>
/// <param name="Folder">Where the reader is: relative to a clone.</param>
internal sealed partial record DocumentedCommand(string Place, string Text, string Folder)
{
    /// <summary>
    /// Training takes minutes, a debug server and an explorer wait for others, a cluster is not the tests' to use, a project of a template
    /// must be built first, and the graphs of networks are those of a training or of libtorch.
    /// </summary>
    public bool IsCostly => CostlyPattern().IsMatch(Text);

    /// <summary>What is run needs an ELF file, and so a compiler for it.</summary>
    public bool NeedsCompiler => Text.Contains("firmware-node", StringComparison.Ordinal)
        || Text.Contains("samples/powercut", StringComparison.Ordinal)
        || Folder.Contains("powercut", StringComparison.Ordinal)
        || Folder.Contains("checkpoint", StringComparison.Ordinal);

    /// <summary>A line that fails on purpose says so in its comment: <c># exits with 1</c>.</summary>
    public int ExitCode => ExitCodePattern().Match(Text) is { Success: true } match
        ? int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture)
        : 0;

    /// <summary>Files that the line names and does not write.</summary>
    public IEnumerable<string> Inputs => FilePattern().Matches(Text).Select(static match => match.Groups["file"].Value).Except(Outputs);

    /// <summary>Files and folders that the line writes.</summary>
    public IEnumerable<string> Outputs => OutputPattern().Matches(Text).Select(static match => match.Groups["file"].Value);

    [GeneratedRegex(
        @"^memti (pretrain|train|retrain|evaluate|experiment|weights|debug|explore|networks (export|backbone)) "
            + @"|^memti sweep .* --slurm |^memti image \w+ CameraNode/")]
    private static partial Regex CostlyPattern();

    [GeneratedRegex(@"# exits with (?<code>\d+)")]
    private static partial Regex ExitCodePattern();

    [GeneratedRegex(@"(?<= )(?<file>[\w./-]+\.(yaml|json|safetensors|onnx|cell))\b")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@" (-o|--output|--onnx|--results) (?<file>\S+)")]
    private static partial Regex OutputPattern();
}
