namespace Memti.Documents.Words;

/// <summary>Order of the bytes of a word of a weight image.</summary>
public enum ByteOrder
{
    /// <summary>Least significant byte first.</summary>
    Little,

    /// <summary>Most significant byte first.</summary>
    Big,
}
