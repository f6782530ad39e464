import type { NextConfig } from 'next';

/** Room for a 10 MB attachment and the form around it; the defaults cut it without a word. */
const UPLOAD = '12mb';

const config: NextConfig = {
  poweredByHeader: false,
  experimental: { serverActions: { bodySizeLimit: UPLOAD }, proxyClientMaxBodySize: UPLOAD },
};

export default config;
