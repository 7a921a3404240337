using Memti.Abstractions.Parameters;

namespace Memti.Scenarios.Kinds;

/// <summary>Firmware that a processor executes: <c>firmware: { elf: build/node.elf }</c>.</summary>
public sealed class ElfOptions
{
    /// <summary>The word that names such firmware in reports.</summary>
    public const string Kind = "elf";

    /// <summary>The key of the file.</summary>
    public const string FileKey = "elf";

    /// <summary>The executable. A scenario always names it.</summary>
    [Parameter("Executable for the processor, relative to the scenario: a statically linked ELF file",
        Source = "the scenario", Status = NumberStatus.Measured)]
    public ScenarioFile? Elf { get; set; }
}
