using Memti.Abstractions.Diagnostics;
using Memti.Runs.Sweeps.Metrics;

namespace Memti.Runs.Sweeps.Bases;

/// <summary>
/// What a study changes at its points, and measures: a scenario, or something else that a file describes. A point sets keys of it with
/// expressions like those of <c>--set</c>. Several threads may ask for points at one time.
/// </summary>
public interface IStudyBase : IDisposable
{
    /// <summary>SHA-256 of the file.</summary>
    string Sha256 { get; }

    /// <summary>Names of the rows of a point, such as designs. They are the same at every point.</summary>
    IReadOnlyList<string> Rows { get; }

    /// <summary>The metrics that it has, as indices into <see cref="MetricCatalog.All"/>.</summary>
    IReadOnlyList<int> Metrics { get; }

    /// <summary>Most points that run at one time, at least 1.</summary>
    int MostAtOnce { get; }

    /// <summary>What all points depend on beside what they set, part by part, each with what identifies its content.</summary>
    IReadOnlyDictionary<string, string> Parts { get; }

    /// <summary>What is wrong with the keys that a point sets. A finding stands at the number of its expression as line, from 1.</summary>
    /// <param name="overrides">What the point sets: <c>key=value</c>, applied in order.</param>
    IEnumerable<Diagnostic> FindingsAt(IReadOnlyList<string> overrides);

    /// <summary>Measures a point. Equal overrides give equal values.</summary>
    /// <param name="overrides">What the point sets.</param>
    /// <returns>All metrics of each row in the order of <see cref="MetricCatalog.All"/>, NaN for none; shape [rows][metrics].</returns>
    /// <exception cref="MemtiException">The point cannot be.</exception>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    double[][] ValuesAt(IReadOnlyList<string> overrides);
}
