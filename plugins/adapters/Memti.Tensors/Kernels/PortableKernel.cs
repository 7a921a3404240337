using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Tensors.Kernels;

/// <summary>Tiles in 128-bit registers, 4 rows by 8 columns, for any processor.</summary>
internal static unsafe class PortableKernel
{
    /// <summary>Three groups of four rows by 32 columns.</summary>
    public static void Tile32(in Tile tile) => Columns(in tile, 32);

    /// <summary>Six groups of four rows by 16 columns.</summary>
    public static void Tile16(in Tile tile) => Columns(in tile, 16);

    private static void Columns(in Tile tile, int columns)
    {
        for (int group = 0; group < tile.Groups; group++)
            for (int column = 0; column < columns; column += 8)
                Rows4(in tile, tile.A + tile.AOffsets[group], column, tile.C + tile.COffsets[group] + column);
    }

    /// <summary>The four rows of one group by 8 columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows4(in Tile tile, float* a0, int column, float* c0)
    {
        float* b = tile.B + column;
        nint s = tile.RowStep, s3 = 3 * tile.RowStep, t = tile.CStep, aStep = tile.AStep, bStep = tile.BStep;
        Vector128<float> x0 = default, y0 = default;
        Vector128<float> x1 = default, y1 = default;
        Vector128<float> x2 = default, y2 = default;
        Vector128<float> x3 = default, y3 = default;
        if (tile.Accumulate)
        {
            x0 = Vector128.Load(c0); y0 = Vector128.Load(c0 + 4);
            x1 = Vector128.Load((float*)((byte*)c0 + t)); y1 = Vector128.Load((float*)((byte*)c0 + t) + 4);
            x2 = Vector128.Load((float*)((byte*)c0 + (2 * t))); y2 = Vector128.Load((float*)((byte*)c0 + (2 * t)) + 4);
            x3 = Vector128.Load((float*)((byte*)c0 + (3 * t))); y3 = Vector128.Load((float*)((byte*)c0 + (3 * t)) + 4);
        }

        for (int run = tile.Runs; run > 0; run--)
        {
            for (nint k = tile.Length; k > 0; k--)
            {
                // MultiplyAddEstimate is a fused operation wherever the processor has one, as in the wider kernels.
                Vector128<float> u = Vector128.Load(b), v = Vector128.Load(b + 4), q;
                q = Vector128.Create(*a0);
                x0 = Vector128.MultiplyAddEstimate(q, u, x0);
                y0 = Vector128.MultiplyAddEstimate(q, v, y0);
                q = Vector128.Create(*(float*)((byte*)a0 + s));
                x1 = Vector128.MultiplyAddEstimate(q, u, x1);
                y1 = Vector128.MultiplyAddEstimate(q, v, y1);
                q = Vector128.Create(*(float*)((byte*)a0 + (2 * s)));
                x2 = Vector128.MultiplyAddEstimate(q, u, x2);
                y2 = Vector128.MultiplyAddEstimate(q, v, y2);
                q = Vector128.Create(*(float*)((byte*)a0 + s3));
                x3 = Vector128.MultiplyAddEstimate(q, u, x3);
                y3 = Vector128.MultiplyAddEstimate(q, v, y3);
                a0 = (float*)((byte*)a0 + aStep);
                b = (float*)((byte*)b + bStep);
            }

            a0 = (float*)((byte*)a0 + tile.ARunStep);
            b = (float*)((byte*)b + tile.BRunStep);
        }

        x0.Store(c0); y0.Store(c0 + 4);
        x1.Store((float*)((byte*)c0 + t)); y1.Store((float*)((byte*)c0 + t) + 4);
        x2.Store((float*)((byte*)c0 + (2 * t))); y2.Store((float*)((byte*)c0 + (2 * t)) + 4);
        x3.Store((float*)((byte*)c0 + (3 * t))); y3.Store((float*)((byte*)c0 + (3 * t)) + 4);
    }
}
