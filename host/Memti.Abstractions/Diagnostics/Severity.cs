namespace Memti.Abstractions.Diagnostics;

/// <summary>Severity of a finding.</summary>
public enum Severity
{
    /// <summary>For information only; the run continues.</summary>
    Message,

    /// <summary>The run continues, but its result may differ from the intention.</summary>
    Warning,

    /// <summary>The run gives no result.</summary>
    Error,
}
