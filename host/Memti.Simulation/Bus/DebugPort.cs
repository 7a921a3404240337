using System.Buffers.Binary;
using Memti.Abstractions.Devices;
using Memti.Simulation.Contents;

namespace Memti.Simulation.Bus;

/// <summary>
/// The bus as a debugger uses it: accesses take no time and no energy, do not wear cells and are not counted; reads of devices have no side
/// effects where the device can avoid them.
/// </summary>
/// <param name="bus">The bus.</param>
/// <param name="changed">Is told of each range of memory whose bytes changed: cores have decoded them.</param>
internal sealed class DebugPort(SystemBus bus, Action<ulong, long> changed)
{
    private const int Word = sizeof(uint);

    /// <summary>Sizes of register accesses, the usual one first.</summary>
    private static readonly int[] Sizes = [Word, sizeof(ulong), sizeof(ushort), sizeof(byte)];

    /// <summary>Reads bytes of memories and devices.</summary>
    /// <returns>False when nothing answers at one of them, or a memory there is not on.</returns>
    public bool TryRead(ulong address, Span<byte> bytes)
    {
        int done = 0;
        while (done < bytes.Length && ReadSome(address + (ulong)done, bytes[done..]) is > 0 and int count)
            done += count;
        return done == bytes.Length;
    }

    /// <summary>Writes bytes of memories and devices. A device does what the write of its register says.</summary>
    /// <returns>False when a byte cannot be written. Those before it are.</returns>
    public bool TryWrite(ulong address, ReadOnlySpan<byte> bytes)
    {
        int done = 0;
        while (done < bytes.Length && WriteSome(address + (ulong)done, bytes[done..]) is > 0 and int count)
            done += count;
        return done == bytes.Length;
    }

    private int ReadSome(ulong address, Span<byte> bytes)
    {
        if (!bus.TryFind(address, out BusTarget target, out ulong offset))
            return 0;
        if (target.Device is { } device)
            return Peek(device, (uint)offset, bytes);
        if (target.Memory is not { Bytes: { IsOn: true } store })
            return 0;
        int count = Within(store, offset, bytes.Length);
        store.Read((long)offset, count).CopyTo(bytes);
        return count;
    }

    private int WriteSome(ulong address, ReadOnlySpan<byte> bytes)
    {
        if (!bus.TryFind(address, out BusTarget target, out ulong offset))
            return 0;
        if (target.Device is { } device)
            return Write(device, (uint)offset, bytes);
        if (target.Memory is not { Bytes: { IsOn: true } store })
            return 0;
        int count = Within(store, offset, bytes.Length);
        store.Write((long)offset, bytes[..count]);
        changed(address, count);
        return count;
    }

    private static int Within(ByteStore store, ulong offset, int count) => (int)Math.Clamp(store.Length - (long)offset, 0, count);

    private static int Peek(IBusDevice device, uint offset, Span<byte> bytes)
    {
        foreach (int size in Sizes)
        {
            if (Fits(size, offset, bytes.Length) && device.TryPeek(offset, size, out ulong value))
                return Copy(value, 0, bytes[..size]);
        }

        // A part of a register that only answers as a whole.
        uint start = offset - (offset % Word);
        return device.TryPeek(start, Word, out ulong word)
            ? Copy(word, (int)(offset - start), bytes[..Math.Min(bytes.Length, Word - (int)(offset - start))])
            : 0;
    }

    private static int Copy(ulong value, int skipped, Span<byte> bytes)
    {
        for (int place = 0; place < bytes.Length; place++)
            bytes[place] = (byte)(value >> (8 * (skipped + place)));
        return bytes.Length;
    }

    private static int Write(IBusDevice device, uint offset, ReadOnlySpan<byte> bytes)
    {
        Span<byte> value = stackalloc byte[sizeof(ulong)];
        foreach (int size in Sizes)
        {
            if (!Fits(size, offset, bytes.Length))
                continue;
            value.Clear();
            bytes[..size].CopyTo(value);
            if (device.TryWrite(offset, size, BinaryPrimitives.ReadUInt64LittleEndian(value)))
                return size;
        }

        return 0;
    }

    private static bool Fits(int size, uint offset, int length) => size <= length && offset % size == 0;
}
