using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>The words by which profiles are known in files and on the command line.</summary>
public static class ProfileName
{
    private static readonly Dictionary<ArrayProfile, string> Names = new()
    {
        [ArrayProfile.Nvsim2012] = "nvsim-2012",
        [ArrayProfile.NvsimMerged] = "nvsim-merged",
        [ArrayProfile.Memti] = "memti",
    };

    /// <summary>All words.</summary>
    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary>The word of a profile.</summary>
    public static string Of(ArrayProfile profile) => Names[profile];

    /// <summary>The profile of one of those words.</summary>
    /// <exception cref="InvalidOperationException">Any other word.</exception>
    public static ArrayProfile Parse(string word) => Names.First(name => name.Value == word).Key;
}
