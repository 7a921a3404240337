namespace Memti.Scenarios;

/// <summary>From which end the fields of a weight image fill a word.</summary>
public enum BitOrder
{
    /// <summary>The first field lies in the least significant bits.</summary>
    LsbFirst,

    /// <summary>The first field lies in the most significant bits.</summary>
    MsbFirst,
}
