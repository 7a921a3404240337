namespace Memti.Networks.Tables;

/// <summary>What a field of a layer takes.</summary>
public enum LayerKeyType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,
}
