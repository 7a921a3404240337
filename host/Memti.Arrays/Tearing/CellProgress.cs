namespace Memti.Arrays.Tearing;

/// <summary>How far the cells of one word have come, compared with each other.</summary>
public enum CellProgress
{
    /// <summary>All have had the same pulses.</summary>
    Together,

    /// <summary>Each has followed the pulses given so far up to a point of its own.</summary>
    Own,
}
