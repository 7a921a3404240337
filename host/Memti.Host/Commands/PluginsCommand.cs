using System.CommandLine;
using Memti.Host.Rendering;
using Memti.Plugins.Loading;

namespace Memti.Host.Commands;

/// <summary><c>memti plugins</c>: lists the loaded plugins, and checks them.</summary>
internal static class PluginsCommand
{
    public static Command Create()
    {
        var list = new Command(
            "list",
            "List the plugins with the kinds that they offer. Plugins that cannot be loaded are reported on standard error, with exit "
                + "code 1.");
        list.SetAction(static (parsed, cancellationToken) => Task.Run(() => List(parsed, cancellationToken), CancellationToken.None));
        return new Command("plugins", "List and check plugins.") { list, PluginsCheckCommand.Create() };
    }

    private static int List(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        TextTable table = new TextTable("plugin", "version", "contract", "kinds", "file").LeftAlign(1, 3, 4);
        foreach (LoadedPlugin plugin in session.Catalog.Plugins)
            table.Add(
                plugin.Id,
                plugin.Manifest?.AssemblyVersion.ToString() ?? "-",
                plugin.Manifest is { } manifest ? $"{manifest.Contract}" : "-",
                Kinds(plugin),
                plugin.File ?? "(part of the host)");
        Console.Out.Write(table);
        return session.ExitCode;
    }

    private static string Kinds(LoadedPlugin plugin) =>
        string.Join(", ", plugin.Registrations.Select(static kind => $"{kind.Contract.Name} {kind.Kind}"));
}
