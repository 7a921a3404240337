using Memti.Abstractions.Parameters;

namespace PersistentFirmware;

/// <summary>Options of a policy that updates parameters in non-volatile memory.</summary>
public class UpdateOptions
{
    /// <summary>The memory that keeps the parameters: non-volatile, and with an address in the scenario.</summary>
    [Parameter("Memory that keeps the parameters; non-volatile, with 'at'", Source = "Chosen for the sample")]
    public string Store { get; set; } = "store";

    /// <summary>Words of 32 bits of a set of parameters.</summary>
    [Parameter("Words of 32 bits of a set", Minimum = 1, Maximum = 1000000, Source = "Chosen for the sample")]
    public int SetWords { get; set; } = 64;

    /// <summary>The newest version. Those before it arrive first: version 1 is the one from the factory.</summary>
    [Parameter("The newest version; earlier ones arrive before it", Minimum = 1, Maximum = 1000, Source = "Chosen for the sample")]
    public int Version { get; set; } = 2;
}
