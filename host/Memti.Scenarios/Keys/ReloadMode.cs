namespace Memti.Scenarios.Keys;

/// <summary>Whether parameters load while inference runs.</summary>
internal enum ReloadMode
{
    /// <summary>They do, as far as the memories allow it.</summary>
    Overlapped,

    /// <summary>They load before inference starts.</summary>
    Serial,
}
