namespace Memti.WeightImages.Differences;

/// <summary>Which of two files holds the other among other bytes.</summary>
public enum FlatContainer
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>The first.</summary>
    First,

    /// <summary>The second.</summary>
    Second,
}
