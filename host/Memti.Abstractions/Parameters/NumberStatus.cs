namespace Memti.Abstractions.Parameters;

/// <summary>How well a number is known, best first. The status of a result is that of the weakest number behind it.</summary>
public enum NumberStatus
{
    /// <summary>Measured on a device, or taken from a run of a reference program.</summary>
    Measured,

    /// <summary>Printed in a paper or data sheet.</summary>
    Published,

    /// <summary>Computed from published numbers by a documented rule.</summary>
    Derived,

    /// <summary>Chosen so that a known result is reproduced.</summary>
    Fitted,

    /// <summary>Believed for a documented reason.</summary>
    Assumed,
}
