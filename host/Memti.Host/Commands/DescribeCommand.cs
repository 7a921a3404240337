using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Plugins.Catalog;
using Memti.Plugins.Registry;
using Memti.Scenarios.Codes;

namespace Memti.Host.Commands;

/// <summary><c>memti describe</c>: prints the parameters of a kind.</summary>
internal static class DescribeCommand
{
    private static readonly Argument<string> Kind = new("kind")
    {
        Description = "A kind that a plugin offers, such as rram, nvdla or duty-cycle. See memti plugins list."
    };

    public static Command Create()
    {
        var command = new Command(
            "describe", "Print the parameters of a kind: key, unit, permitted range, and default with its status and source.") { Kind };
        command.SetAction(
            static (parsed, cancellationToken) => Task.Run(() => Describe(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Describe(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        string name = parsed.GetRequiredValue(Kind);
        Registration[] kinds = [.. session.Catalog.Registrations.Where(registration => registration.Kind == name)];
        if (kinds.Length == 0)
            throw Unknown(name, session.Catalog);
        foreach (Registration kind in kinds)
            Print(kind, OptionsSchema.Create(kind.OptionsType));
        return session.ExitCode;
    }

    private static void Print(Registration kind, OptionsSchema schema)
    {
        Console.Out.Write($"{kind.Kind}: {kind.Contract.Name} of plugin {kind.PluginId}\n");
        if (schema.Parameters.Count == 0)
            Console.Out.Write("no parameters\n");
        foreach (ParameterDescriptor parameter in schema.Parameters)
            Console.Out.Write(Text(parameter));
    }

    private static string Text(ParameterDescriptor parameter)
    {
        string unit = parameter.Unit.Length == 0 ? "" : $" [{parameter.Unit}]";
        string source = parameter.Source.Length == 0 ? "" : $"; {parameter.Source}";
        return $"\n  {parameter.Name}{unit}\n"
            + $"      {parameter.Description}\n"
            + $"      permitted: {parameter.Permitted}; default: {(parameter.Default == "null" ? "none" : parameter.Default)} "
            + $"({StatusWord.Of(parameter.Status)}{source})\n";
    }

    private static MemtiException Unknown(string name, PluginCatalog catalog)
    {
        string known = string.Join(", ", catalog.Registrations.Select(static registration => registration.Kind));
        return new MemtiException(
            new Diagnostic(ScenarioCodes.UnknownKind, $"no loaded plugin offers '{name}'; permitted: {known}.")
            {
                Value = name,
                Permitted = known
            });
    }
}
