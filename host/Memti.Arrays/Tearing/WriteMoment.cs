namespace Memti.Arrays.Tearing;

/// <summary>A moment of the write of a word, relative to one of its pulses.</summary>
public enum WriteMoment
{
    /// <summary>The pulse is given and not verified: how far it has moved the cells, nobody knows.</summary>
    Before,

    /// <summary>The pulse is verified, and the next one has not begun.</summary>
    Between,

    /// <summary>The last pulse is verified: the word is whole, and its writer has not been told.</summary>
    After,
}
