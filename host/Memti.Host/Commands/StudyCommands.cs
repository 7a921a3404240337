using System.CommandLine;
using System.CommandLine.Parsing;
using Memti.Plugins.Registry;

namespace Memti.Host.Commands;

/// <summary>Commands of plugins, such as <c>memti nvdla plan</c>. Plugins are loaded for them only when the words name no command of the
/// host.</summary>
internal static class StudyCommands
{
    /// <summary>
    /// True where the words name no command of the host: then they are about a command that a plugin brings, or ask what commands there
    /// are, and are read once more when the plugins have added theirs.
    /// </summary>
    public static bool AreMeant(ParseResult command) => (command.CommandResult.Command is RootCommand || BeginsWithOthers(command))
        && command.GetResult("--version") is null
        && command.GetResult(CommonOptions.PluginTimeLimit)?.Errors.Any() != true;

    // In 'nvdla sweep', the second word is a command of the host, too.
    private static bool BeginsWithOthers(ParseResult command)
    {
        CommandResult first = command.CommandResult;
        while (first.Parent is CommandResult { Command: not RootCommand } outer)
            first = outer;
        return command.Tokens
            .TakeWhile(token => !token.Equals(first.IdentifierToken))
            .Any(token => command.UnmatchedTokens.Contains(token.Value));
    }

    /// <summary>Loads the plugins and adds their studies to the command.</summary>
    /// <param name="root">The command.</param>
    /// <param name="command">The command line, as far as the host knows it.</param>
    /// <returns>The plugins, to be disposed of at the end.</returns>
    public static HostSession AddTo(RootCommand root, ParseResult command)
    {
        HostSession session = HostSession.Open(command, CancellationToken.None);
        // No group has the name of a command of the host: the catalog has refused it.
        foreach (IGrouping<string, StudyRegistration> group in session.Catalog.Studies.GroupBy(static study => study.Group))
            root.Subcommands.Add(GroupOf(group, session));
        return session;
    }

    private static Command GroupOf(IGrouping<string, StudyRegistration> studies, HostSession session)
    {
        var group = new Command(
            studies.Key, $"Studies of plugin {string.Join(", ", studies.Select(static study => study.PluginId).Distinct())}.");
        foreach (StudyRegistration study in studies)
            group.Subcommands.Add(StudyCommand.Create(study, session));
        return group;
    }
}
