using Memti.Abstractions.Devices;

namespace Memti.Simulation.Tests.Bus;

/// <summary>A device of a few words that keeps what is written to it.</summary>
internal sealed class Probe(IDeviceHost? host = null, uint windowBytes = 16) : IBusDevice
{
    private readonly uint[] _words = new uint[windowBytes / 4];

    public uint WindowBytes => windowBytes;

    public int InterruptLines => 2;

    internal IDeviceHost Host => host!;

    public void Reset() => Array.Clear(_words);

    public uint Read(uint offset) => _words[offset / 4];

    public void Write(uint offset, uint value) => _words[offset / 4] = value;
}
