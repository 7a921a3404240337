using Memti.Abstractions.Arrays;
using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>What a search found.</summary>
/// <param name="Winners">The best bank for each target; empty where nothing fits.</param>
/// <param name="Front">Banks that no other beats on all axes asked for, by the first axis.</param>
/// <param name="Tried">Banks that could be built, whatever their aspect ratio.</param>
/// <param name="Rejections">How many organisations each rule refused.</param>
public sealed record BankSolution(
    IReadOnlyDictionary<ArrayTarget, SolvedBank> Winners, IReadOnlyList<SolvedBank> Front, long Tried, IReadOnlyDictionary<Rejection, long> Rejections);
