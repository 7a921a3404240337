namespace Memti.Plugins.Supplies.Sources;

/// <summary>What a gap in the times of a recording means.</summary>
public enum GapRule
{
    /// <summary>An error.</summary>
    Refuse,

    /// <summary>No power, from one usual step after the sample before.</summary>
    Dark,

    /// <summary>The value before goes on: recordings that only have changes.</summary>
    Hold,
}
