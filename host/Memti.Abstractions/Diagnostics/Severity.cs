namespace Memti.Abstractions.Diagnostics;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Nothing to mend; the run goes on.</summary>
    Message,

    /// <summary>The run goes on, and its result may not be what was meant.</summary>
    Warning,

    /// <summary>No result comes of it.</summary>
    Error,
}
