using System.Text.RegularExpressions;

namespace Memti.EndToEnd.Tests.Documents;

/// <summary>The command lines of the pages of the repository.</summary>
internal static partial class DocumentedPages
{
    private static readonly string[] Folders = ["docs", "samples"];

    private static readonly string[] Single = ["README.md", "build/README.md", "host/Memti.Host/README.md"];

    /// <summary>Pages that show or mention a command, relative to the repository.</summary>
    public static IEnumerable<string> All => Folders
        .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Built.Root, folder), "*.md", SearchOption.AllDirectories))
        .Select(static file => Path.GetRelativePath(Built.Root, file))
        .Where(static page => !page.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
        .Concat(Single)
        .Order(StringComparer.Ordinal);

    /// <summary>The lines of a page that a reader pastes into a shell, in order.</summary>
    public static IReadOnlyList<DocumentedCommand> Of(string page)
    {
        List<DocumentedCommand> commands = [];
        string? fence = null, file = null;
        string folder = "", begun = "", before = "";
        int number = 0;
        foreach (string line in File.ReadLines(Path.Combine(Built.Root, page)))
        {
            number++;
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                if (file is not null)
                    commands.Add(new DocumentedCommand($"{page}({number})", file + "MEMTI", FolderOf(page, file)));
                fence = fence is null ? line.Trim()[3..] : null;
                (folder, file) = ("", fence is "yaml" && FileName().Match(before) is { Success: true } named
                    ? $"cat > {named.Groups["file"].Value} << 'MEMTI'\n"
                    : null);
            }
            else if (file is not null)
            {
                file += line + "\n";
            }
            else if (fence is "" || (fence is null && line.StartsWith("    ", StringComparison.Ordinal)))
            {
                begun += Prompt().Replace(line.Trim(), "");
                if (begun.EndsWith('\\'))
                {
                    begun = begun[..^1];
                    continue;
                }

                if (begun.StartsWith("cd ", StringComparison.Ordinal))
                    folder = Path.Combine(folder, begun[3..].Split(' ')[0]);
                if (Shown().IsMatch(begun))
                {
                    string text = Installed().Replace(begun, "");
                    commands.Add(new DocumentedCommand($"{page}({number})", text, folder.Length > 0 ? folder : FolderOf(page, begun)));
                }
                begun = "";
            }
            else if (page == "README.md" && fence is null)
            {
                commands.AddRange(InlineIn(line).Select(text => new DocumentedCommand($"{page}({number})", text, "")));
            }

            if (line.Length > 0)
                before = line;
        }

        return commands;
    }

    /// <summary>The lines of a page that build something, with those that stand between them in one block; without comments.</summary>
    public static IEnumerable<string> BuildsOf(string page)
    {
        string? fence = null;
        foreach (string line in File.ReadLines(Path.Combine(Built.Root, page)))
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                fence = fence is null ? line.Trim()[3..] : null;
            else if ((fence is "" || (fence is null && line.StartsWith("    ", StringComparison.Ordinal))) && Builds().IsMatch(line.Trim()))
                yield return line.Split(" #")[0].Trim();
    }

    /// <summary>Commands that the prose of a page mentions, some without their arguments.</summary>
    public static IEnumerable<string> MentionsIn(string page) =>
        File.ReadLines(Path.Combine(Built.Root, page)).SelectMany(InlineIn).Distinct();

    private static IEnumerable<string> InlineIn(string line) => Inline().Matches(line).Select(static match => match.Groups["text"].Value);

    // The page of a sample is read in its folder, unless its lines name that folder.
    private static string FolderOf(string page, string text) =>
        page.StartsWith("samples", StringComparison.Ordinal) && !text.Contains("samples/", StringComparison.Ordinal)
            ? Path.GetDirectoryName(page)!
            : "";

    // A sentence that introduces the contents of a file: "Write `mine.memcell.yaml`:".
    [GeneratedRegex(@"`(?<file>[\w./-]*\.[a-z]+)`:$")]
    private static partial Regex FileName();

    [GeneratedRegex("^tools/")]
    private static partial Regex Installed();

    [GeneratedRegex(@"^\$ ")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^(time |source <\(|tools/)?memti |^make .*(IMAGES=none|parity)")]
    private static partial Regex Shown();

    [GeneratedRegex(@"^(dotnet |feed=|tools/memti |cd \w+ && dotnet )")]
    private static partial Regex Builds();

    [GeneratedRegex("`(?<text>memti [^`]+)`")]
    private static partial Regex Inline();
}
