using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Conformance;

/// <summary>
/// Tries every law on every memory that plugins offer. What a plugin does becomes a verdict: it can neither end nor hang the check.
/// </summary>
/// <param name="load">Loads the plugins, unloadable; it is called more than once, and what it gives is disposed of.</param>
/// <param name="arrays">The solver that memories are given; null for the one with the cells of the plugins.</param>
public sealed class ConformanceCheck(Func<PluginCatalog> load, IArraySolver? arrays = null)
{
    /// <summary>The laws to try.</summary>
    public IReadOnlyList<IMemoryLaw> Laws { get; init; } = MemoryLaws.All;

    /// <summary>Is told of each law before it is tried.</summary>
    public IProgress<ConformanceProgress>? Progress { get; init; }

    /// <summary>Checks plugins.</summary>
    /// <param name="path">Only the plugins in this file or folder; null for all that are loaded.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ConformanceReport Run(string? path = null, CancellationToken cancellationToken = default)
    {
        using PluginCatalog catalog = load();
        CheckedPlugins plugins = new(catalog, path);
        string[] kinds = [.. plugins.Memories];
        List<LawResult> results = [.. plugins.Findings(), .. plugins.WithoutMemories()];
        for (int index = 0; index < kinds.Length; index++)
            results.AddRange(
                Check(
                    new MemorySubject(kinds[index], catalog, load, arrays ?? catalog.Arrays, cancellationToken),
                    index,
                    kinds.Length,
                    cancellationToken));
        return new ConformanceReport(results.Count > 0 ? results : [CheckedPlugins.Nothing(path)]);
    }

    private IEnumerable<LawResult> Check(MemorySubject subject, int index, int kinds, CancellationToken cancellationToken)
    {
        for (int law = 0; law < Laws.Count; law++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Progress?.Report(new ConformanceProgress((index * Laws.Count) + law, kinds * Laws.Count, subject.Kind, Laws[law].Name));
            LawFinding finding = Try(Laws[law], subject);
            yield return new LawResult(subject.Kind, Laws[law].Name, finding.Verdict, finding.Detail);
        }
    }

    /// <summary>Tries one law; a memory that fails where the law needs an answer breaks it.</summary>
    public static LawFinding Try(IMemoryLaw law, MemorySubject subject)
    {
        ArgumentNullException.ThrowIfNull(law);
        try
        {
            return law.Check(subject);
        }
        catch (MemtiException error)
        {
            return LawFinding.Fail($"{error.Diagnostic.Code}: {error.Diagnostic.Message}");
        }
    }
}
