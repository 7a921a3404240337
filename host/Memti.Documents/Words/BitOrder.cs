namespace Memti.Documents.Words;

/// <summary>From which end the fields of a weight image fill a word.</summary>
public enum BitOrder
{
    /// <summary>From the least significant bit up; the least significant bit of a field comes first.</summary>
    LsbFirst,

    /// <summary>From the most significant bit down; the most significant bit of a field comes first.</summary>
    MsbFirst,
}
