namespace Memti.Plugins.RiscV.Translation;

/// <summary>What the interpreter does after translated code.</summary>
internal enum NextStep
{
    /// <summary>Nothing: the limit is reached.</summary>
    None,

    /// <summary>One instruction, whether it is translated or not.</summary>
    One,

    /// <summary>Everything to the limit.</summary>
    ToLimit,

    /// <summary>Instructions up to a translated one.</summary>
    ToRegion,
}
