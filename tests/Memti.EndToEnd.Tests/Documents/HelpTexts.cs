using System.Text.RegularExpressions;

namespace Memti.EndToEnd.Tests.Documents;

/// <summary>What <c>--help</c> says of a command and of those below it. Each command is asked once.</summary>
internal sealed partial class HelpTexts
{
    private readonly Dictionary<string, string> _texts = [];

    /// <summary>All commands, by their words without <c>memti</c>; the root is empty.</summary>
    public IReadOnlyList<string> Commands => field ??= [.. Below("")];

    /// <summary>The examples of all commands.</summary>
    public IEnumerable<DocumentedCommand> Examples => Commands.SelectMany(ExamplesOf).DistinctBy(static example => example.Text);

    public string Of(string command)
    {
        if (!_texts.TryGetValue(command, out string? text))
            _texts[command] = text = Memti.Run([.. Words(command), "--help"]).Output;
        return text;
    }

    /// <summary>The command that a line calls: its longest beginning that is one.</summary>
    public string CommandIn(string line)
    {
        string command = "";
        foreach (string word in Words(line).Skip(1))
        {
            string longer = command.Length == 0 ? word : command + " " + word;
            if (!Commands.Contains(longer))
                break;
            command = longer;
        }

        return command;
    }

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<string> Below(string command)
    {
        yield return command;
        string text = Of(command);
        int commands = text.IndexOf("\nCommands:\n", StringComparison.Ordinal);
        if (commands < 0)
            yield break;
        foreach (Match match in SubcommandPattern().Matches(text[commands..]))
        {
            foreach (string below in Below($"{command} {match.Groups["name"].Value}".Trim()))
                yield return below;
        }
    }

    // An option that shows its use gives only what follows the command.
    private IEnumerable<DocumentedCommand> ExamplesOf(string command)
    {
        foreach (Match match in ExamplePattern().Matches(Of(command)))
            yield return new DocumentedCommand($"memti {command} --help", match.Groups["text"].Value.Trim(), "");
        foreach (Match match in OptionExamplePattern().Matches(Of(command)))
        {
            yield return new DocumentedCommand(
                $"memti {command} --help", $"memti {command} samples/scenarios/memti-paper.memti.yaml {match.Groups["text"].Value}", "");
        }
    }

    [GeneratedRegex(@"^  (?<name>[a-z][\w-]*)( |\n|$)", RegexOptions.Multiline)]
    private static partial Regex SubcommandPattern();

    // All but the line that says how the command is used.
    [GeneratedRegex(@"(?<!Usage:\n)^ +(?<text>memti [^`\n]+)$", RegexOptions.Multiline)]
    private static partial Regex ExamplePattern();

    [GeneratedRegex(@"Example: (?<text>--[^\n]+?)( \[default|$)", RegexOptions.Multiline)]
    private static partial Regex OptionExamplePattern();
}
