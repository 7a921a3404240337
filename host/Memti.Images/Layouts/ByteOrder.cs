namespace Memti.Images;

/// <summary>Which byte of a word comes first.</summary>
public enum ByteOrder
{
    /// <summary>The least significant.</summary>
    Little,

    /// <summary>The most significant.</summary>
    Big,
}
