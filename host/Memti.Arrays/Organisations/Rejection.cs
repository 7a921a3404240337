namespace Memti.Arrays.Organisations;

/// <summary>Rule that refuses an organisation.</summary>
public enum Rejection
{
    /// <summary>The word does not divide evenly among the active parts.</summary>
    WordSplit,

    /// <summary>Address or data bits run out before the mats are reached, or a sub-array has no row.</summary>
    Partitioning,

    /// <summary>The number of columns is not a multiple of the profile's.</summary>
    ColumnMultiple,

    /// <summary>Cells of this kind need at least two columns per sense amplifier.</summary>
    SenseMultiplexer,

    /// <summary>The other rows of a bit line leak more than the selected cell conducts.</summary>
    BitlineLeakage,

    /// <summary>The word line current exceeds the widest driver.</summary>
    WordlineCurrent,

    /// <summary>The bit line current exceeds the widest multiplexer.</summary>
    BitlineCurrent,

    /// <summary>No precharge voltage leaves the sense amplifier its margin.</summary>
    PrechargeWindow,

    /// <summary>The sense amplifier is wider than its columns.</summary>
    SensePitch,

    /// <summary>The aspect ratio of the bank exceeds the profile's.</summary>
    BankAspect,

    /// <summary>A limit of the request is exceeded.</summary>
    Constraint,
}
