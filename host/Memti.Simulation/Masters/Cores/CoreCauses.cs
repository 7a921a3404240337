namespace Memti.Simulation.Masters.Cores;

/// <summary>Interrupt inputs of a core, by the number of their cause.</summary>
internal static class CoreCauses
{
    public const int Software = 3;
    public const int Timer = 7;
    public const int External = 11;
}
