namespace Memti.Charts;

/// <summary>How the points of a series are connected.</summary>
public enum LineStyle
{
    /// <summary>By straight lines.</summary>
    Straight,

    /// <summary>By steps: a value holds until the next point.</summary>
    Steps,

    /// <summary>Not at all.</summary>
    None,
}
