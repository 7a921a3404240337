using Memti.Abstractions.Arrays;
using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>Result of a search.</summary>
/// <param name="Winners">Best bank for each target; empty when nothing fits.</param>
/// <param name="Front">Pareto front on the requested axes, ordered by the first axis.</param>
/// <param name="Tried">Number of banks that could be built, regardless of their aspect ratio.</param>
/// <param name="Rejections">Number of organisations that each rule refused.</param>
public sealed record BankSolution(
    IReadOnlyDictionary<ArrayTarget, SolvedBank> Winners,
    IReadOnlyList<SolvedBank> Front,
    long Tried,
    IReadOnlyDictionary<Rejection, long> Rejections);
