/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Types are a step of their own in `npm run check`, so a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'nodemailer'],
  experimental: {
    // Attachments hold up to 10 MB; the rest is the form around them.
    serverActions: { bodySizeLimit: '12mb' },
    proxyClientMaxBodySize: '12mb',
    // Each page is read when first asked for, so that whoever comes first does not wait for all the others.
    preloadEntriesOnStart: false,
  },
};
