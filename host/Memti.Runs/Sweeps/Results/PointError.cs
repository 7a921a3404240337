namespace Memti.Runs.Sweeps.Results;

/// <summary>Why a point has no results.</summary>
/// <param name="Code">Code of the first finding, such as <c>MEMTI2004</c>.</param>
/// <param name="Message">The finding.</param>
public sealed record PointError(string Code, string Message);
