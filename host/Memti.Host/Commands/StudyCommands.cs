using System.CommandLine;
using Memti.Plugins.Loading;

namespace Memti.Host.Commands;

/// <summary>Commands that plugins bring: <c>memti nvdla plan</c>. Plugins are loaded for them only when the words name no command of the host.</summary>
internal static class StudyCommands
{
    /// <summary>Adds the studies of the plugins to the command where the words may be about one, or ask what there is.</summary>
    /// <param name="root">The command.</param>
    /// <param name="words">The command line.</param>
    /// <returns>The plugins, to be disposed of at the end; null when they were not needed.</returns>
    public static HostSession? AddTo(RootCommand root, string[] words)
    {
        ParseResult parsed = root.Parse(words);
        if (parsed.CommandResult.Command is not RootCommand || words.Contains("--version") || parsed.GetResult(CommonOptions.PluginTimeLimit)?.Errors.Any() == true)
            return null;
        HostSession session = HostSession.Open(parsed, CancellationToken.None);
        foreach (IGrouping<string, StudyRegistration> group in session.Catalog.Studies.GroupBy(static study => study.Group))
            if (root.Subcommands.All(command => command.Name != group.Key))
                root.Subcommands.Add(GroupOf(group, session));
        return session;
    }

    private static Command GroupOf(IGrouping<string, StudyRegistration> studies, HostSession session)
    {
        var group = new Command(studies.Key, $"Studies of plugin {string.Join(", ", studies.Select(static study => study.PluginId).Distinct())}.");
        foreach (StudyRegistration study in studies)
            group.Subcommands.Add(StudyCommand.Create(study, session));
        return group;
    }
}
