using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Tensors.Kernels;

/// <summary>
/// Tiles in 512-bit registers: 24 accumulators, one or two vectors of weights and one broadcast, of 32 registers. Unrolled by hand, because
/// arrays of accumulators would live in memory.
/// </summary>
internal static unsafe class Vector512Kernel
{
    /// <summary>Three groups of four rows by 32 columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile32(in Tile tile)
    {
        float* a = tile.A, b = tile.B;
        nint s = tile.RowStep, s3 = 3 * tile.RowStep, aStep = tile.AStep, bStep = tile.BStep;
        nint* offsets = tile.AOffsets;
        float* a0 = a + offsets[0];
        float* a1 = a + offsets[1];
        float* a2 = a + offsets[2];
        Vector512<float> x00 = default, y00 = default;
        Vector512<float> x01 = default, y01 = default;
        Vector512<float> x02 = default, y02 = default;
        Vector512<float> x03 = default, y03 = default;
        Vector512<float> x10 = default, y10 = default;
        Vector512<float> x11 = default, y11 = default;
        Vector512<float> x12 = default, y12 = default;
        Vector512<float> x13 = default, y13 = default;
        Vector512<float> x20 = default, y20 = default;
        Vector512<float> x21 = default, y21 = default;
        Vector512<float> x22 = default, y22 = default;
        Vector512<float> x23 = default, y23 = default;
        if (tile.Accumulate)
        {
            float* c = tile.C;
            nint t = tile.CStep;
            offsets = tile.COffsets;
            float* c0 = c + offsets[0], c1 = c + offsets[1], c2 = c + offsets[2];
            x00 = Vector512.Load(c0); y00 = Vector512.Load(c0 + 16);
            x01 = Vector512.Load((float*)((byte*)c0 + t)); y01 = Vector512.Load((float*)((byte*)c0 + t) + 16);
            x02 = Vector512.Load((float*)((byte*)c0 + (2 * t))); y02 = Vector512.Load((float*)((byte*)c0 + (2 * t)) + 16);
            x03 = Vector512.Load((float*)((byte*)c0 + (3 * t))); y03 = Vector512.Load((float*)((byte*)c0 + (3 * t)) + 16);
            x10 = Vector512.Load(c1); y10 = Vector512.Load(c1 + 16);
            x11 = Vector512.Load((float*)((byte*)c1 + t)); y11 = Vector512.Load((float*)((byte*)c1 + t) + 16);
            x12 = Vector512.Load((float*)((byte*)c1 + (2 * t))); y12 = Vector512.Load((float*)((byte*)c1 + (2 * t)) + 16);
            x13 = Vector512.Load((float*)((byte*)c1 + (3 * t))); y13 = Vector512.Load((float*)((byte*)c1 + (3 * t)) + 16);
            x20 = Vector512.Load(c2); y20 = Vector512.Load(c2 + 16);
            x21 = Vector512.Load((float*)((byte*)c2 + t)); y21 = Vector512.Load((float*)((byte*)c2 + t) + 16);
            x22 = Vector512.Load((float*)((byte*)c2 + (2 * t))); y22 = Vector512.Load((float*)((byte*)c2 + (2 * t)) + 16);
            x23 = Vector512.Load((float*)((byte*)c2 + (3 * t))); y23 = Vector512.Load((float*)((byte*)c2 + (3 * t)) + 16);
        }

        for (int run = tile.Runs; run > 0; run--)
        {
            for (nint k = tile.Length; k > 0; k--)
            {
                // 2 loads, 12 broadcasts and 24 fused operations per k: bound by the multipliers, not by loads.
                Vector512<float> u = Vector512.Load(b), v = Vector512.Load(b + 16), q;
                q = Vector512.Create(*a0);
                x00 = Vector512.FusedMultiplyAdd(q, u, x00);
                y00 = Vector512.FusedMultiplyAdd(q, v, y00);
                q = Vector512.Create(*(float*)((byte*)a0 + s));
                x01 = Vector512.FusedMultiplyAdd(q, u, x01);
                y01 = Vector512.FusedMultiplyAdd(q, v, y01);
                q = Vector512.Create(*(float*)((byte*)a0 + (2 * s)));
                x02 = Vector512.FusedMultiplyAdd(q, u, x02);
                y02 = Vector512.FusedMultiplyAdd(q, v, y02);
                q = Vector512.Create(*(float*)((byte*)a0 + s3));
                x03 = Vector512.FusedMultiplyAdd(q, u, x03);
                y03 = Vector512.FusedMultiplyAdd(q, v, y03);
                q = Vector512.Create(*a1);
                x10 = Vector512.FusedMultiplyAdd(q, u, x10);
                y10 = Vector512.FusedMultiplyAdd(q, v, y10);
                q = Vector512.Create(*(float*)((byte*)a1 + s));
                x11 = Vector512.FusedMultiplyAdd(q, u, x11);
                y11 = Vector512.FusedMultiplyAdd(q, v, y11);
                q = Vector512.Create(*(float*)((byte*)a1 + (2 * s)));
                x12 = Vector512.FusedMultiplyAdd(q, u, x12);
                y12 = Vector512.FusedMultiplyAdd(q, v, y12);
                q = Vector512.Create(*(float*)((byte*)a1 + s3));
                x13 = Vector512.FusedMultiplyAdd(q, u, x13);
                y13 = Vector512.FusedMultiplyAdd(q, v, y13);
                q = Vector512.Create(*a2);
                x20 = Vector512.FusedMultiplyAdd(q, u, x20);
                y20 = Vector512.FusedMultiplyAdd(q, v, y20);
                q = Vector512.Create(*(float*)((byte*)a2 + s));
                x21 = Vector512.FusedMultiplyAdd(q, u, x21);
                y21 = Vector512.FusedMultiplyAdd(q, v, y21);
                q = Vector512.Create(*(float*)((byte*)a2 + (2 * s)));
                x22 = Vector512.FusedMultiplyAdd(q, u, x22);
                y22 = Vector512.FusedMultiplyAdd(q, v, y22);
                q = Vector512.Create(*(float*)((byte*)a2 + s3));
                x23 = Vector512.FusedMultiplyAdd(q, u, x23);
                y23 = Vector512.FusedMultiplyAdd(q, v, y23);
                a0 = (float*)((byte*)a0 + aStep);
                a1 = (float*)((byte*)a1 + aStep);
                a2 = (float*)((byte*)a2 + aStep);
                b = (float*)((byte*)b + bStep);
            }

            a0 = (float*)((byte*)a0 + tile.ARunStep);
            a1 = (float*)((byte*)a1 + tile.ARunStep);
            a2 = (float*)((byte*)a2 + tile.ARunStep);
            b = (float*)((byte*)b + tile.BRunStep);
        }

        {
            float* c = tile.C;
            nint t = tile.CStep;
            offsets = tile.COffsets;
            float* c0 = c + offsets[0], c1 = c + offsets[1], c2 = c + offsets[2];
            x00.Store(c0); y00.Store(c0 + 16);
            x01.Store((float*)((byte*)c0 + t)); y01.Store((float*)((byte*)c0 + t) + 16);
            x02.Store((float*)((byte*)c0 + (2 * t))); y02.Store((float*)((byte*)c0 + (2 * t)) + 16);
            x03.Store((float*)((byte*)c0 + (3 * t))); y03.Store((float*)((byte*)c0 + (3 * t)) + 16);
            x10.Store(c1); y10.Store(c1 + 16);
            x11.Store((float*)((byte*)c1 + t)); y11.Store((float*)((byte*)c1 + t) + 16);
            x12.Store((float*)((byte*)c1 + (2 * t))); y12.Store((float*)((byte*)c1 + (2 * t)) + 16);
            x13.Store((float*)((byte*)c1 + (3 * t))); y13.Store((float*)((byte*)c1 + (3 * t)) + 16);
            x20.Store(c2); y20.Store(c2 + 16);
            x21.Store((float*)((byte*)c2 + t)); y21.Store((float*)((byte*)c2 + t) + 16);
            x22.Store((float*)((byte*)c2 + (2 * t))); y22.Store((float*)((byte*)c2 + (2 * t)) + 16);
            x23.Store((float*)((byte*)c2 + (3 * t))); y23.Store((float*)((byte*)c2 + (3 * t)) + 16);
        }
    }

    /// <summary>Six groups of four rows by 16 columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile16(in Tile tile)
    {
        float* a = tile.A, b = tile.B;
        nint s = tile.RowStep, s3 = 3 * tile.RowStep, aStep = tile.AStep, bStep = tile.BStep;
        nint* offsets = tile.AOffsets;
        float* a0 = a + offsets[0];
        float* a1 = a + offsets[1];
        float* a2 = a + offsets[2];
        float* a3 = a + offsets[3];
        float* a4 = a + offsets[4];
        float* a5 = a + offsets[5];
        Vector512<float> x00 = default;
        Vector512<float> x01 = default;
        Vector512<float> x02 = default;
        Vector512<float> x03 = default;
        Vector512<float> x10 = default;
        Vector512<float> x11 = default;
        Vector512<float> x12 = default;
        Vector512<float> x13 = default;
        Vector512<float> x20 = default;
        Vector512<float> x21 = default;
        Vector512<float> x22 = default;
        Vector512<float> x23 = default;
        Vector512<float> x30 = default;
        Vector512<float> x31 = default;
        Vector512<float> x32 = default;
        Vector512<float> x33 = default;
        Vector512<float> x40 = default;
        Vector512<float> x41 = default;
        Vector512<float> x42 = default;
        Vector512<float> x43 = default;
        Vector512<float> x50 = default;
        Vector512<float> x51 = default;
        Vector512<float> x52 = default;
        Vector512<float> x53 = default;
        if (tile.Accumulate)
        {
            float* c = tile.C;
            nint t = tile.CStep;
            offsets = tile.COffsets;
            float* c0 =
                c + offsets[0], c1 = c + offsets[1], c2 = c + offsets[2], c3 = c + offsets[3], c4 = c + offsets[4], c5 = c + offsets[5];
            x00 = Vector512.Load(c0);
            x01 = Vector512.Load((float*)((byte*)c0 + t));
            x02 = Vector512.Load((float*)((byte*)c0 + (2 * t)));
            x03 = Vector512.Load((float*)((byte*)c0 + (3 * t)));
            x10 = Vector512.Load(c1);
            x11 = Vector512.Load((float*)((byte*)c1 + t));
            x12 = Vector512.Load((float*)((byte*)c1 + (2 * t)));
            x13 = Vector512.Load((float*)((byte*)c1 + (3 * t)));
            x20 = Vector512.Load(c2);
            x21 = Vector512.Load((float*)((byte*)c2 + t));
            x22 = Vector512.Load((float*)((byte*)c2 + (2 * t)));
            x23 = Vector512.Load((float*)((byte*)c2 + (3 * t)));
            x30 = Vector512.Load(c3);
            x31 = Vector512.Load((float*)((byte*)c3 + t));
            x32 = Vector512.Load((float*)((byte*)c3 + (2 * t)));
            x33 = Vector512.Load((float*)((byte*)c3 + (3 * t)));
            x40 = Vector512.Load(c4);
            x41 = Vector512.Load((float*)((byte*)c4 + t));
            x42 = Vector512.Load((float*)((byte*)c4 + (2 * t)));
            x43 = Vector512.Load((float*)((byte*)c4 + (3 * t)));
            x50 = Vector512.Load(c5);
            x51 = Vector512.Load((float*)((byte*)c5 + t));
            x52 = Vector512.Load((float*)((byte*)c5 + (2 * t)));
            x53 = Vector512.Load((float*)((byte*)c5 + (3 * t)));
        }

        for (int run = tile.Runs; run > 0; run--)
        {
            for (nint k = tile.Length; k > 0; k--)
            {
                // 1 load, 24 broadcasts and 24 fused operations per k.
                Vector512<float> u = Vector512.Load(b), q;
                q = Vector512.Create(*a0);
                x00 = Vector512.FusedMultiplyAdd(q, u, x00);
                q = Vector512.Create(*(float*)((byte*)a0 + s));
                x01 = Vector512.FusedMultiplyAdd(q, u, x01);
                q = Vector512.Create(*(float*)((byte*)a0 + (2 * s)));
                x02 = Vector512.FusedMultiplyAdd(q, u, x02);
                q = Vector512.Create(*(float*)((byte*)a0 + s3));
                x03 = Vector512.FusedMultiplyAdd(q, u, x03);
                q = Vector512.Create(*a1);
                x10 = Vector512.FusedMultiplyAdd(q, u, x10);
                q = Vector512.Create(*(float*)((byte*)a1 + s));
                x11 = Vector512.FusedMultiplyAdd(q, u, x11);
                q = Vector512.Create(*(float*)((byte*)a1 + (2 * s)));
                x12 = Vector512.FusedMultiplyAdd(q, u, x12);
                q = Vector512.Create(*(float*)((byte*)a1 + s3));
                x13 = Vector512.FusedMultiplyAdd(q, u, x13);
                q = Vector512.Create(*a2);
                x20 = Vector512.FusedMultiplyAdd(q, u, x20);
                q = Vector512.Create(*(float*)((byte*)a2 + s));
                x21 = Vector512.FusedMultiplyAdd(q, u, x21);
                q = Vector512.Create(*(float*)((byte*)a2 + (2 * s)));
                x22 = Vector512.FusedMultiplyAdd(q, u, x22);
                q = Vector512.Create(*(float*)((byte*)a2 + s3));
                x23 = Vector512.FusedMultiplyAdd(q, u, x23);
                q = Vector512.Create(*a3);
                x30 = Vector512.FusedMultiplyAdd(q, u, x30);
                q = Vector512.Create(*(float*)((byte*)a3 + s));
                x31 = Vector512.FusedMultiplyAdd(q, u, x31);
                q = Vector512.Create(*(float*)((byte*)a3 + (2 * s)));
                x32 = Vector512.FusedMultiplyAdd(q, u, x32);
                q = Vector512.Create(*(float*)((byte*)a3 + s3));
                x33 = Vector512.FusedMultiplyAdd(q, u, x33);
                q = Vector512.Create(*a4);
                x40 = Vector512.FusedMultiplyAdd(q, u, x40);
                q = Vector512.Create(*(float*)((byte*)a4 + s));
                x41 = Vector512.FusedMultiplyAdd(q, u, x41);
                q = Vector512.Create(*(float*)((byte*)a4 + (2 * s)));
                x42 = Vector512.FusedMultiplyAdd(q, u, x42);
                q = Vector512.Create(*(float*)((byte*)a4 + s3));
                x43 = Vector512.FusedMultiplyAdd(q, u, x43);
                q = Vector512.Create(*a5);
                x50 = Vector512.FusedMultiplyAdd(q, u, x50);
                q = Vector512.Create(*(float*)((byte*)a5 + s));
                x51 = Vector512.FusedMultiplyAdd(q, u, x51);
                q = Vector512.Create(*(float*)((byte*)a5 + (2 * s)));
                x52 = Vector512.FusedMultiplyAdd(q, u, x52);
                q = Vector512.Create(*(float*)((byte*)a5 + s3));
                x53 = Vector512.FusedMultiplyAdd(q, u, x53);
                a0 = (float*)((byte*)a0 + aStep);
                a1 = (float*)((byte*)a1 + aStep);
                a2 = (float*)((byte*)a2 + aStep);
                a3 = (float*)((byte*)a3 + aStep);
                a4 = (float*)((byte*)a4 + aStep);
                a5 = (float*)((byte*)a5 + aStep);
                b = (float*)((byte*)b + bStep);
            }

            a0 = (float*)((byte*)a0 + tile.ARunStep);
            a1 = (float*)((byte*)a1 + tile.ARunStep);
            a2 = (float*)((byte*)a2 + tile.ARunStep);
            a3 = (float*)((byte*)a3 + tile.ARunStep);
            a4 = (float*)((byte*)a4 + tile.ARunStep);
            a5 = (float*)((byte*)a5 + tile.ARunStep);
            b = (float*)((byte*)b + tile.BRunStep);
        }

        {
            float* c = tile.C;
            nint t = tile.CStep;
            offsets = tile.COffsets;
            float* c0 =
                c + offsets[0], c1 = c + offsets[1], c2 = c + offsets[2], c3 = c + offsets[3], c4 = c + offsets[4], c5 = c + offsets[5];
            x00.Store(c0);
            x01.Store((float*)((byte*)c0 + t));
            x02.Store((float*)((byte*)c0 + (2 * t)));
            x03.Store((float*)((byte*)c0 + (3 * t)));
            x10.Store(c1);
            x11.Store((float*)((byte*)c1 + t));
            x12.Store((float*)((byte*)c1 + (2 * t)));
            x13.Store((float*)((byte*)c1 + (3 * t)));
            x20.Store(c2);
            x21.Store((float*)((byte*)c2 + t));
            x22.Store((float*)((byte*)c2 + (2 * t)));
            x23.Store((float*)((byte*)c2 + (3 * t)));
            x30.Store(c3);
            x31.Store((float*)((byte*)c3 + t));
            x32.Store((float*)((byte*)c3 + (2 * t)));
            x33.Store((float*)((byte*)c3 + (3 * t)));
            x40.Store(c4);
            x41.Store((float*)((byte*)c4 + t));
            x42.Store((float*)((byte*)c4 + (2 * t)));
            x43.Store((float*)((byte*)c4 + (3 * t)));
            x50.Store(c5);
            x51.Store((float*)((byte*)c5 + t));
            x52.Store((float*)((byte*)c5 + (2 * t)));
            x53.Store((float*)((byte*)c5 + (3 * t)));
        }
    }
}
