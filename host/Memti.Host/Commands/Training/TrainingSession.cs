using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Host.Rendering;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
using Memti.Scenarios.Bindings;

namespace Memti.Host.Commands.Training;

/// <summary>The plugins of a training command, and the output of its errors.</summary>
internal sealed class TrainingSession(ParseResult parsed, CancellationToken cancellationToken) : IDisposable
{
    private static readonly string[] Words = ["pretrain", "train", "retrain", "evaluate", "experiment", "build"];

    private readonly HostSession _session = HostSession.Open(parsed, cancellationToken, HostSession.StepLimitSeconds);

    public PluginCatalog Catalog => _session.Catalog;

    public int ExitCode => _session.ExitCode;

    /// <summary>Time for a cancelled command to end. One that trains finishes its step and writes a checkpoint.</summary>
    public static TimeSpan TerminationTimeout(ParseResult command) =>
        TimeSpan.FromSeconds(Words.Contains(command.CommandResult.Command.Name) ? HostSession.StepLimitSeconds : 2);

    /// <summary>A kind with options; null, after printing errors, when it is not usable.</summary>
    public ComponentSpec? Component(PluginContract category, string kind, string option, IReadOnlyList<string> texts)
    {
        ComponentSpec? component = ComponentText.Bind(
            new CatalogKinds(Catalog), category, kind, option, texts, out IReadOnlyList<Diagnostic> findings);
        return Accept(findings) ? component : null;
    }

    /// <summary>Prints findings.</summary>
    /// <returns>False when one of them is an error.</returns>
    public static bool Accept(IEnumerable<Diagnostic> findings) => !DiagnosticPrinter.Print(Console.Error, findings);

    /// <summary>Prints a finding.</summary>
    /// <returns>False.</returns>
    public static bool Refuse(Diagnostic finding) => Accept([finding]);

    public void Dispose() => _session.Dispose();
}
