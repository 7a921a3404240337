namespace Memti.Arrays.Organisations;

/// <summary>Why an organisation is not built.</summary>
public enum Rejection
{
    /// <summary>The word cannot be split evenly over the active sub-arrays.</summary>
    WordSplit,

    /// <summary>Address or data bits run out before the mats are reached, or a sub-array has no row.</summary>
    Partitioning,

    /// <summary>The columns are not a multiple of what the profile asks for.</summary>
    ColumnMultiple,

    /// <summary>A cell of this kind needs at least two columns per sense amplifier.</summary>
    SenseMultiplexer,

    /// <summary>The leakage of the other rows drowns the selected cell.</summary>
    BitlineLeakage,

    /// <summary>The word line needs a wider driver than can be drawn.</summary>
    WordlineCurrent,

    /// <summary>The bit line needs a wider multiplexer than can be drawn.</summary>
    BitlineCurrent,

    /// <summary>No precharge voltage leaves the sense amplifier its margin.</summary>
    PrechargeWindow,

    /// <summary>The sense amplifier does not fit its pitch.</summary>
    SensePitch,

    /// <summary>The bank is too long for its width.</summary>
    BankAspect,

    /// <summary>A limit of the request is exceeded.</summary>
    Constraint,
}
