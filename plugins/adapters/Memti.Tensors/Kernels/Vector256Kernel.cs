using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Tensors.Kernels;

/// <summary>Tiles in 256-bit registers, 6 rows by 16 columns.</summary>
internal static unsafe class Vector256Kernel
{
    /// <summary>Three groups of four rows by 32 columns.</summary>
    public static void Tile32(in Tile tile)
    {
        Columns16(in tile, 0, 0);
        Columns16(in tile, 0, 16);
    }

    /// <summary>Six groups of four rows by 16 columns.</summary>
    public static void Tile16(in Tile tile)
    {
        Columns16(in tile, 0, 0);
        if (tile.Groups > 3)
            Columns16(in tile, 3, 0);
    }

    /// <summary>Computes up to three groups. Rows that share a destination must share a call, so that no product is added twice.</summary>
    private static void Columns16(in Tile tile, int first, int column)
    {
        int groups = Math.Min(3, tile.Groups - first);
        float* a0 = tile.A + tile.AOffsets[first], a1 = tile.A + tile.AOffsets[first + 1], a2 = tile.A + tile.AOffsets[first + 2];
        float* c0 =
            tile.C + tile.COffsets[first] + column, c1 =
                tile.C + tile.COffsets[first + 1] + column, c2 = tile.C + tile.COffsets[first + 2] + column;
        // Twelve rows as six and six: the second group is shared between both calls.
        if (groups == 3 && tile.CStep != 0)
        {
            Rows6(in tile, a0, a1, column, c0, c1);
            Rows6(in tile, a2, (float*)((byte*)a1 + (2 * tile.RowStep)), column, c2, (float*)((byte*)c1 + (2 * tile.CStep)));
            return;
        }

        Rows4(in tile, a0, column, c0);
        if (groups > 1)
            Rows4(in tile, a1, column, c1);
        if (groups > 2)
            Rows4(in tile, a2, column, c2);
    }

    /// <summary>
    /// Four rows of one group and two of another by 16 columns: 12 accumulators, two vectors of weights and one broadcast fill 15 of 16
    /// registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows6(in Tile tile, float* a0, float* a1, int column, float* c0, float* c1)
    {
        float* b = tile.B + column;
        nint s = tile.RowStep, s3 = 3 * tile.RowStep, t = tile.CStep, aStep = tile.AStep, bStep = tile.BStep;
        Vector256<float> x0 = default, y0 = default;
        Vector256<float> x1 = default, y1 = default;
        Vector256<float> x2 = default, y2 = default;
        Vector256<float> x3 = default, y3 = default;
        Vector256<float> x4 = default, y4 = default;
        Vector256<float> x5 = default, y5 = default;
        if (tile.Accumulate)
        {
            x0 = Vector256.Load(c0); y0 = Vector256.Load(c0 + 8);
            x1 = Vector256.Load((float*)((byte*)c0 + t)); y1 = Vector256.Load((float*)((byte*)c0 + t) + 8);
            x2 = Vector256.Load((float*)((byte*)c0 + (2 * t))); y2 = Vector256.Load((float*)((byte*)c0 + (2 * t)) + 8);
            x3 = Vector256.Load((float*)((byte*)c0 + (3 * t))); y3 = Vector256.Load((float*)((byte*)c0 + (3 * t)) + 8);
            x4 = Vector256.Load(c1); y4 = Vector256.Load(c1 + 8);
            x5 = Vector256.Load((float*)((byte*)c1 + t)); y5 = Vector256.Load((float*)((byte*)c1 + t) + 8);
        }

        for (int run = tile.Runs; run > 0; run--)
        {
            for (nint k = tile.Length; k > 0; k--)
            {
                Vector256<float> u = Vector256.Load(b), v = Vector256.Load(b + 8), q;
                q = Vector256.Create(*a0);
                x0 = Vector256.MultiplyAddEstimate(q, u, x0);
                y0 = Vector256.MultiplyAddEstimate(q, v, y0);
                q = Vector256.Create(*(float*)((byte*)a0 + s));
                x1 = Vector256.MultiplyAddEstimate(q, u, x1);
                y1 = Vector256.MultiplyAddEstimate(q, v, y1);
                q = Vector256.Create(*(float*)((byte*)a0 + (2 * s)));
                x2 = Vector256.MultiplyAddEstimate(q, u, x2);
                y2 = Vector256.MultiplyAddEstimate(q, v, y2);
                q = Vector256.Create(*(float*)((byte*)a0 + s3));
                x3 = Vector256.MultiplyAddEstimate(q, u, x3);
                y3 = Vector256.MultiplyAddEstimate(q, v, y3);
                q = Vector256.Create(*a1);
                x4 = Vector256.MultiplyAddEstimate(q, u, x4);
                y4 = Vector256.MultiplyAddEstimate(q, v, y4);
                q = Vector256.Create(*(float*)((byte*)a1 + s));
                x5 = Vector256.MultiplyAddEstimate(q, u, x5);
                y5 = Vector256.MultiplyAddEstimate(q, v, y5);
                a0 = (float*)((byte*)a0 + aStep);
                a1 = (float*)((byte*)a1 + aStep);
                b = (float*)((byte*)b + bStep);
            }

            a0 = (float*)((byte*)a0 + tile.ARunStep);
            a1 = (float*)((byte*)a1 + tile.ARunStep);
            b = (float*)((byte*)b + tile.BRunStep);
        }

        x0.Store(c0); y0.Store(c0 + 8);
        x1.Store((float*)((byte*)c0 + t)); y1.Store((float*)((byte*)c0 + t) + 8);
        x2.Store((float*)((byte*)c0 + (2 * t))); y2.Store((float*)((byte*)c0 + (2 * t)) + 8);
        x3.Store((float*)((byte*)c0 + (3 * t))); y3.Store((float*)((byte*)c0 + (3 * t)) + 8);
        x4.Store(c1); y4.Store(c1 + 8);
        x5.Store((float*)((byte*)c1 + t)); y5.Store((float*)((byte*)c1 + t) + 8);
    }

    /// <summary>The four rows of one group by 16 columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows4(in Tile tile, float* a0, int column, float* c0)
    {
        float* b = tile.B + column;
        nint s = tile.RowStep, s3 = 3 * tile.RowStep, t = tile.CStep, aStep = tile.AStep, bStep = tile.BStep;
        Vector256<float> x0 = default, y0 = default;
        Vector256<float> x1 = default, y1 = default;
        Vector256<float> x2 = default, y2 = default;
        Vector256<float> x3 = default, y3 = default;
        if (tile.Accumulate)
        {
            x0 = Vector256.Load(c0); y0 = Vector256.Load(c0 + 8);
            x1 = Vector256.Load((float*)((byte*)c0 + t)); y1 = Vector256.Load((float*)((byte*)c0 + t) + 8);
            x2 = Vector256.Load((float*)((byte*)c0 + (2 * t))); y2 = Vector256.Load((float*)((byte*)c0 + (2 * t)) + 8);
            x3 = Vector256.Load((float*)((byte*)c0 + (3 * t))); y3 = Vector256.Load((float*)((byte*)c0 + (3 * t)) + 8);
        }

        for (int run = tile.Runs; run > 0; run--)
        {
            for (nint k = tile.Length; k > 0; k--)
            {
                Vector256<float> u = Vector256.Load(b), v = Vector256.Load(b + 8), q;
                q = Vector256.Create(*a0);
                x0 = Vector256.MultiplyAddEstimate(q, u, x0);
                y0 = Vector256.MultiplyAddEstimate(q, v, y0);
                q = Vector256.Create(*(float*)((byte*)a0 + s));
                x1 = Vector256.MultiplyAddEstimate(q, u, x1);
                y1 = Vector256.MultiplyAddEstimate(q, v, y1);
                q = Vector256.Create(*(float*)((byte*)a0 + (2 * s)));
                x2 = Vector256.MultiplyAddEstimate(q, u, x2);
                y2 = Vector256.MultiplyAddEstimate(q, v, y2);
                q = Vector256.Create(*(float*)((byte*)a0 + s3));
                x3 = Vector256.MultiplyAddEstimate(q, u, x3);
                y3 = Vector256.MultiplyAddEstimate(q, v, y3);
                a0 = (float*)((byte*)a0 + aStep);
                b = (float*)((byte*)b + bStep);
            }

            a0 = (float*)((byte*)a0 + tile.ARunStep);
            b = (float*)((byte*)b + tile.BRunStep);
        }

        x0.Store(c0); y0.Store(c0 + 8);
        x1.Store((float*)((byte*)c0 + t)); y1.Store((float*)((byte*)c0 + t) + 8);
        x2.Store((float*)((byte*)c0 + (2 * t))); y2.Store((float*)((byte*)c0 + (2 * t)) + 8);
        x3.Store((float*)((byte*)c0 + (3 * t))); y3.Store((float*)((byte*)c0 + (3 * t)) + 8);
    }
}
