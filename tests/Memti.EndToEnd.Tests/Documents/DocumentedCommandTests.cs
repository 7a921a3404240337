using System.Text.RegularExpressions;

namespace Memti.EndToEnd.Tests.Documents;

/// <summary>What pages and help texts show is run as a reader would run it. Lines that take minutes are parsed, and the files that they
/// name must be there or be written by a line before.</summary>
/// <param name="reader">The folder of the reader.</param>
[Trait("Duration", "long")]
public sealed partial class DocumentedCommandTests(ReaderFolder reader) : IClassFixture<ReaderFolder>
{
    public static TheoryData<string> PagesWithCommands =>
        [.. DocumentedPages.All.Where(static page => DocumentedPages.Of(page).Count > 0)];

    public static TheoryData<string> PagesWithMentions =>
        [.. DocumentedPages.All.Where(static page => DocumentedPages.MentionsIn(page).Any())];

    [LongTheory]
    [MemberData(nameof(PagesWithCommands))]
    public void What_a_page_shows_runs(string page) => Try(DocumentedPages.Of(page), page);

    /// <summary>From nothing to a cell of one's own in a comparison, with nothing but what the page says.</summary>
    [LongFact]
    public void The_page_for_beginners_leads_to_a_comparison_with_an_own_cell()
    {
        if (!ReaderFolder.HasShell)
            return;
        DocumentedCommand[] walk =
        [
            .. DocumentedPages.Of("docs/getting-started.md")
                .Where(static line => line.Text.Contains("mine.memcell.yaml", StringComparison.Ordinal)),
        ];

        walk.Length.ShouldBe(3);
        Memti[] runs = [.. walk.Select(line => reader.Run(line))];
        runs.Select(static run => run.ExitCode).ShouldBe([0, 0, 0], runs[1].Errors + runs[2].Errors);
        runs[1].Output.ShouldContain("valid; rram cell mine-24f2");
        runs[2].Output.Split('\n').Single(static row => row.Contains("mine-24f2", StringComparison.Ordinal)).ShouldContain("assumed");
    }

    [LongFact]
    public void What_the_help_texts_show_runs()
    {
        if (!ReaderFolder.HasShell)
            return;
        DocumentedCommand[] examples = [.. reader.Help.Examples];

        examples.Length.ShouldBeGreaterThan(15);
        Try(examples, "");
    }

    [Theory]
    [MemberData(nameof(PagesWithMentions))]
    public void What_a_page_mentions_exists(string page)
    {
        foreach (string mention in DocumentedPages.MentionsIn(page))
            WrongIn(mention).ShouldBeNull($"{page}: {mention}");
    }

    [Theory]
    [InlineData("memti rnu x.memti.yaml", "rnu")]
    [InlineData("memti run x.memti.yaml --desing memti", "--desing")]
    [InlineData("memti nvdla plan resnet50 --mac 3", "--mac")]
    public void A_wrong_word_is_found(string line, string word)
    {
        WrongIn(line).ShouldBe(word);
        if (ReaderFolder.HasShell)
            Findings(reader.Run(new DocumentedCommand("here", line, ""), "--plugin-time-limit 0")).ShouldContain(word);
    }

    private void Try(IEnumerable<DocumentedCommand> commands, string page)
    {
        if (!ReaderFolder.HasShell)
            return; // nothing to try it with
        HashSet<string> written = [], missing = [];
        List<string> failures = [];
        foreach (DocumentedCommand command in commands)
        {
            // What reads the result of a line that is only parsed has nothing to read.
            bool isParsed = command.IsCostly
                || (command.NeedsCompiler && !ReaderFolder.HasCompiler)
                || command.Inputs.Any(input => IsOf(missing, input));
            missing.UnionWith(isParsed ? command.Outputs : []);
            try
            {
                if (isParsed)
                    Parse(command, written);
                else if (page.StartsWith("docs/errors/", StringComparison.Ordinal))
                    Provoke(command, Path.GetFileNameWithoutExtension(page));
                else
                    Succeed(command);
            }
            catch (ShouldAssertException failure)
            {
                failures.Add(failure.Message);
            }

            written.UnionWith(command.Outputs);
        }

        failures.ShouldBeEmpty(); // all at once: each takes minutes to find
    }

    private void Succeed(DocumentedCommand command)
    {
        Memti run = reader.Run(command);
        run.ExitCode.ShouldBe(command.ExitCode, $"{command.Place}: {command.Text}\n{run.Errors}");
    }

    private void Provoke(DocumentedCommand command, string code)
    {
        Memti run = reader.Run(command);
        run.ExitCode.ShouldBe(1, $"{command.Place}: {command.Text}\n{run.Errors}");
        run.Errors.ShouldContain($"error {code}: ");
    }

    // One value is refused on purpose: when nothing else is, the rest of the line was understood.
    private void Parse(DocumentedCommand command, HashSet<string> written)
    {
        if (!command.Text.StartsWith("memti ", StringComparison.Ordinal))
            return;
        string findings = Findings(reader.Run(command, "--plugin-time-limit 0"));

        string what = $"{command.Place}: {command.Text}\n{findings}";
        findings.Split('\n').ShouldHaveSingleItem(what).ShouldContain("'--plugin-time-limit' is 0");
        foreach (string input in command.Inputs.Where(input => !IsOf(written, input)))
            File.Exists(reader.At(Path.Combine(command.Folder, input))).ShouldBeTrue($"{command.Place}: {input} is not there");
    }

    /// <summary>True for one of these files, or one in one of these folders.</summary>
    private static bool IsOf(HashSet<string> outputs, string file) =>
        outputs.Contains(file) || outputs.Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal));

    private static string Findings(Memti run) =>
        string.Join('\n', run.Errors.Split('\n').Where(static line => line.Contains("error MEMTI1001", StringComparison.Ordinal)));

    /// <summary>The first word of a mention that its command does not have; null where all is right.</summary>
    private string? WrongIn(string mention)
    {
        string command = reader.Help.CommandIn(mention);
        string[] words = mention.Split(' ');
        int next = 1 + command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        string help = reader.Help.Of(command);
        bool isGroup = help.Contains("\nCommands:\n", StringComparison.Ordinal);
        if (isGroup && next < words.Length && CommandWord().IsMatch(words[next]))
            return words[next];
        if (isGroup) // STAGE stands for any of the commands below
            help = string.Join(
                '\n',
                reader.Help.Commands.Where(below => below.StartsWith(command, StringComparison.Ordinal)).Select(reader.Help.Of));
        return words.Skip(next).FirstOrDefault(word =>
            word.StartsWith("--", StringComparison.Ordinal) && !Regex.IsMatch(help, Regex.Escape(word) + @"\b(?!-)"));
    }

    [GeneratedRegex("^[a-z][a-z-]*$")]
    private static partial Regex CommandWord();
}
