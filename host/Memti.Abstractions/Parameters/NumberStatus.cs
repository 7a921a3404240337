namespace Memti.Abstractions.Parameters;

/// <summary>How well a number is known, best first. A result is no better than the weakest number behind it.</summary>
public enum NumberStatus
{
    /// <summary>Read off a device or a run of a reference program.</summary>
    Measured,

    /// <summary>Printed in a paper or data sheet.</summary>
    Published,

    /// <summary>Computed from published numbers by a rule that is written down.</summary>
    Derived,

    /// <summary>Chosen so that a known result comes out.</summary>
    Fitted,

    /// <summary>Believed, for a reason that is written down.</summary>
    Assumed,
}
