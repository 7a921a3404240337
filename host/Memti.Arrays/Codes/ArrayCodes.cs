namespace Memti.Arrays.Codes;

/// <summary>Codes of arrays: their cache, the levels of their cells, faults and correction.</summary>
public static class ArrayCodes
{
    /// <summary>The cache of solved arrays cannot be written; runs go on without it.</summary>
    public const string CacheUnwritable = "MEMTI1010";

    /// <summary>The folder or the limit of the cache of solved arrays is invalid.</summary>
    public const string BadCacheSetting = "MEMTI1011";

    /// <summary>Single-level cells without level statistics, which are assumed to be free of faults.</summary>
    public const string AssumedFaultFree = "MEMTI5011";

    /// <summary>Levels whose number is not what their bits need.</summary>
    public const string BadLevelCount = "MEMTI6501";

    /// <summary>A level whose mean is not a number, or whose spread is not above zero.</summary>
    public const string BadLevelSpread = "MEMTI6502";

    /// <summary>Levels whose means do not rise.</summary>
    public const string LevelsOutOfOrder = "MEMTI6503";

    /// <summary>Neighbouring levels so wide that no threshold tells them apart.</summary>
    public const string LevelsCross = "MEMTI6504";

    /// <summary>A drift parameter, time or temperature outside its range.</summary>
    public const string BadDrift = "MEMTI6507";

    /// <summary>An error-correcting code that does not exist.</summary>
    public const string BadErrorCorrection = "MEMTI6508";
}
