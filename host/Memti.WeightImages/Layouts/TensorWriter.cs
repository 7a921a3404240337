using Memti.Abstractions.Cells;

namespace Memti.WeightImages.Layouts;

/// <summary>Lays out tensors in sequence.</summary>
internal sealed class TensorWriter(ImageLayout layout, Func<int, ValueCodec?> codecOf)
{
    private readonly BitWriter _fields = new(layout);
    private readonly List<PlacedTensor> _tensors = [];
    private readonly Dictionary<int, ValueStore> _stores = [];
    private readonly List<byte> _levels = [];
    private long _cells;

    public IReadOnlyList<PlacedTensor> Tensors => _tensors;

    public byte[] Bytes => _fields.ToArray();

    public byte[] Levels => [.. _levels];

    /// <summary>Adds a tensor at the next whole word.</summary>
    public void Add(ImageTensor tensor)
    {
        ValueStore store = StoreOf(tensor.Bits);
        int offset = _fields.Length;
        Write(store, tensor.Codes.Span);
        // Whole words, so that each tensor has a byte address of its own.
        _fields.EndWord();
        long words = store.Words(tensor.Codes.Length);
        long cells = words * store.CellsPerWord;
        _tensors.Add(new PlacedTensor(tensor, store.Codec, offset, _fields.Length - offset, _cells, cells, words * store.CheckBits));
        _cells += cells;
    }

    private void Write(ValueStore store, ReadOnlySpan<ushort> codes)
    {
        ushort mask = (ushort)((1 << store.Bits) - 1);
        Span<ushort> values = stackalloc ushort[store.ValuesPerWord];
        Span<byte> levels = store.Codec is null ? [] : stackalloc byte[(int)store.CellsPerWord];
        for (int first = 0; first < codes.Length; first += values.Length)
        {
            // The last code word is filled up with zero values, so that its check bits are defined.
            values.Clear();
            for (int index = 0; index < values.Length && first + index < codes.Length; index++)
                values[index] = (ushort)(codes[first + index] & mask);
            store.Write(values, _fields, levels);
            _levels.AddRange(levels);
        }
    }

    private ValueStore StoreOf(int bits)
    {
        if (!_stores.TryGetValue(bits, out ValueStore? store))
            _stores[bits] = store = new ValueStore(layout, bits, codecOf(bits));
        return store;
    }
}
