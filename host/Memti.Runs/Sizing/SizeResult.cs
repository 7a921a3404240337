namespace Memti.Runs.Sizing;

/// <summary>The smallest value of a number with which a target is met.</summary>
/// <param name="Design">The design.</param>
/// <param name="Key">The number, below <c>supply</c>.</param>
/// <param name="Target">The target as it was written.</param>
/// <param name="Smallest">The smallest value that meets it, with its measure.</param>
/// <param name="Below">The largest tried value that does not; null when the least of the range does.</param>
/// <param name="Trials">All trials, in the order in which they were made.</param>
public sealed record SizeResult(
    string Design, string Key, string Target, SizeTrial Smallest, SizeTrial? Below, IReadOnlyList<SizeTrial> Trials);
